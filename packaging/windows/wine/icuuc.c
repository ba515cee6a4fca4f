/* Stands in for the ICU that Windows 10 and 11 carry and Wine lacks; for trying the program under Wine only, never shipped.
   Qt asks it for converters of old code pages. Every answer is "not supported", so Qt goes on without them. */
#include <stdint.h>
#include <stddef.h>

#define SHARED __declspec(dllexport)
#define U_UNSUPPORTED_ERROR 16

static void unsupported(int *error) {
    if (error) *error = U_UNSUPPORTED_ERROR;
}

static void nothing(void **first, void **second) {
    if (first) *first = NULL;
    if (second) *second = NULL;
}

SHARED void *ucnv_open(const char *name, int *error) { unsupported(error); return NULL; }
SHARED void ucnv_close(void *converter) {}
SHARED void ucnv_reset(void *converter) {}
SHARED int8_t ucnv_getMaxCharSize(void *converter) { return 1; }
SHARED const char *ucnv_getName(void *converter, int *error) { unsupported(error); return ""; }
SHARED const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { unsupported(error); return NULL; }
SHARED int32_t ucnv_countAvailable(void) { return 0; }
SHARED const char *ucnv_getAvailableName(int32_t place) { return NULL; }
SHARED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
SHARED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
SHARED void ucnv_getToUCallBack(void *converter, void **action, void **context) { nothing(action, context); }
SHARED void ucnv_getFromUCallBack(void *converter, void **action, void **context) { nothing(action, context); }
SHARED void ucnv_setToUCallBack(void *converter, void *action, void *context, void **old, void **old_context, int *error) {
    unsupported(error);
}
SHARED void ucnv_setFromUCallBack(void *converter, void *action, void *context, void **old, void **old_context, int *error) {
    unsupported(error);
}
SHARED void ucnv_cbToUWriteUChars(void *arguments, void *source, int32_t length, int32_t index, int *error) { unsupported(error); }
SHARED void ucnv_cbFromUWriteUChars(void *arguments, void **source, void *limit, int32_t index, int *error) { unsupported(error); }
SHARED void ucnv_toUnicode(void *c, void **to, void *end, char **from, char *limit, int32_t *offsets, int8_t flush, int *error) {
    unsupported(error);
}
SHARED void ucnv_fromUnicode(void *c, char **to, char *end, void **from, void *limit, int32_t *offsets, int8_t flush, int *error) {
    unsupported(error);
}
SHARED int32_t ucnv_toUCountPending(void *converter, int *error) { unsupported(error); return 0; }
SHARED int32_t ucnv_fromUCountPending(void *converter, int *error) { unsupported(error); return 0; }
