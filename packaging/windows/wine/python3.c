/* python3.dll, the stable interface: each of its names leads to the library of the exact version (see the generated .def).
   One function and one pointer of its own give it the sections without which Windows would not load it. */
int __stdcall DllMain(void *instance, unsigned reason, void *reserved) { return 1; }
void *const volatile keeps_a_relocation = (void *)DllMain;
