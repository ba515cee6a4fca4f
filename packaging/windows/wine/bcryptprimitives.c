/* Stands in for a library of Windows that Wine 8 lacks; for trying the program under Wine only, never shipped.
   Random bytes come from the system's own generator, which Wine has under its older name. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG size); /* RtlGenRandom, in advapi32 */

#define LARGEST_STEP 0x01000000

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T size) {
    while (size > 0) {
        ULONG step = size > LARGEST_STEP ? LARGEST_STEP : (ULONG)size;
        if (!SystemFunction036(buffer, step)) return FALSE;
        buffer += step;
        size -= step;
    }
    return TRUE;
}
