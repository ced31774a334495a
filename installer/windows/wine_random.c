/* Wine 8 lacks bcryptprimitives.dll, which every Rust library asks for random bytes; Windows has it.
   For trying the program under Wine only: never shipped. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
    return SystemFunction036(data, (ULONG)size);
}
