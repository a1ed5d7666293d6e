/* Starts the program on Windows; LAYOUT.md, "What a launcher does", is what it follows.

   Built twice: trainer-app.exe for the window, trainer-cli.exe for the command line (CONSOLE). Nothing of
   Python is linked: runtime\python313.dll is loaded by hand, so that what is wrong can be said in words, and so
   that this file stays as it is, and signed, when the layers below it change. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define LONGEST 32768
#define NUMBER 64
#define OLDEST_BUILD 18362 /* Windows 10, 1903 */
#define VARIABLE L"TRAINER_APP_PROGRAM"
#ifdef CONSOLE
#define MODULE L"trainer_app.cli.program"
#else
#define MODULE L"trainer_app"
#endif

typedef int (*python_main)(int, wchar_t **);
typedef LONG (WINAPI *get_version)(OSVERSIONINFOW *);

static const wchar_t TOO_OLD[] =
    L"Ба барнома Windows 10 (версияи 1903) ё навтар, 64-бита лозим аст.\r\n"
    L"Программе нужна 64-разрядная Windows 10 (версия 1903) или новее.\r\n"
    L"The program needs 64-bit Windows 10 (version 1903) or newer.\r\n";
static const wchar_t NOT_WHOLE[] =
    L"Ҷузвдони барнома пурра нест. Барномаро аз нав насб кунед; маълумот мемонад.\r\n"
    L"Папка программы неполная. Установите программу ещё раз; данные останутся.\r\n"
    L"The folder of the program is not whole. Install the program again; the data stay.\r\n";

static wchar_t home[LONGEST], path[LONGEST], other[LONGEST];

static void say(const wchar_t *text)
{
#ifdef CONSOLE
    HANDLE stream = GetStdHandle(STD_ERROR_HANDLE);
    DWORD written;
    if (!WriteConsoleW(stream, text, (DWORD)wcslen(text), &written, NULL)) {
        char bytes[2048];
        int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
        if (size > 1)
            WriteFile(stream, bytes, (DWORD)size - 1, &written, NULL);
    }
#else
    MessageBoxW(NULL, text, L"Trainer", MB_OK | MB_ICONERROR);
#endif
}

static int is_old(void)
{
    /* What GetVersionEx says depends on the manifest; this does not. */
    get_version ask = (get_version)(void *)GetProcAddress(GetModuleHandleW(L"ntdll"), "RtlGetVersion");
    OSVERSIONINFOW found = {.dwOSVersionInfoSize = sizeof found};
    return ask && ask(&found) == 0 && found.dwBuildNumber < OLDEST_BUILD;
}

static const wchar_t *in_home(wchar_t *into, const wchar_t *name)
{
    swprintf(into, LONGEST, L"%ls\\%ls", home, name);
    return into;
}

static int is_file(const wchar_t *name)
{
    DWORD found = GetFileAttributesW(name);
    return found != INVALID_FILE_ATTRIBUTES && !(found & FILE_ATTRIBUTE_DIRECTORY);
}

/* Reads the number of a version from a small file; "" if there is none. */
static void read_number(const wchar_t *name, wchar_t *number)
{
    char line[NUMBER] = {0};
    DWORD got = 0;
    number[0] = 0;
    HANDLE file = CreateFileW(in_home(path, name), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                              NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return;
    if (!ReadFile(file, line, sizeof line - 1, &got, NULL))
        got = 0;
    CloseHandle(file);
    DWORD length = 0;
    while (length < got && line[length] != '\r' && line[length] != '\n') {
        char sign = line[length];
        int good = (sign >= '0' && sign <= '9') || (length && sign && strchr("abcdefghijklmnopqrstuvwxyz.+-", sign));
        if (!good) {
            number[0] = 0;
            return;
        }
        number[length] = (wchar_t)sign;
        number[++length] = 0;
    }
}

static int holds(const wchar_t *number)
{
    wchar_t name[NUMBER * 2];
    swprintf(name, NUMBER * 2, L"versions\\%ls\\trainer_app.zip", number);
    return number[0] && is_file(in_home(path, name));
}

/* Compares numbers part by part, 0.10.0 above 0.9.0. */
static int compare(const wchar_t *one, const wchar_t *two)
{
    while (*one || *two) {
        wchar_t *after_one, *after_two;
        long left = wcstol(one, &after_one, 10), right = wcstol(two, &after_two, 10);
        if (left != right)
            return left < right ? -1 : 1;
        if (after_one == one && after_two == two)
            return wcscmp(one, two);
        one = *after_one ? after_one + 1 : after_one;
        two = *after_two ? after_two + 1 : after_two;
    }
    return 0;
}

#ifndef CONSOLE
/* Writes a small file whole or not at all. */
static int put(const wchar_t *name, const wchar_t *number)
{
    char line[NUMBER + 1];
    DWORD size = 0, written = 0;
    for (; number[size]; size++)
        line[size] = (char)number[size];
    line[size++] = '\n';
    swprintf(other, LONGEST, L"%ls\\%ls.part", home, name);
    HANDLE file = CreateFileW(other, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return 0;
    int good = WriteFile(file, line, size, &written, NULL) && written == size && FlushFileBuffers(file);
    CloseHandle(file);
    return good && MoveFileExW(other, in_home(path, name), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH);
}

/* A version that did not show its window twice gives way to the one before. */
static void count_start(void)
{
    wchar_t current[NUMBER], before[NUMBER];
    LARGE_INTEGER seen = {0};
    DWORD written;
    HANDLE file = CreateFileW(in_home(path, L"unseen.txt"), FILE_APPEND_DATA | FILE_READ_ATTRIBUTES,
                              FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return;
    GetFileSizeEx(file, &seen);
    read_number(L"before.txt", before);
    read_number(L"current.txt", current);
    int gives_way = seen.QuadPart >= 2 && before[0] && current[0] && wcscmp(current, before) && holds(before);
    if (!gives_way)
        WriteFile(file, ".", 1, &written, NULL);
    CloseHandle(file);
    if (gives_way && put(L"failed.txt", current) && put(L"current.txt", before))
        DeleteFileW(in_home(path, L"unseen.txt"));
}
#endif

/* Finds the version to run: the current one, or the newest that is whole. */
static int choose(wchar_t *number)
{
    read_number(L"current.txt", number);
    if (holds(number))
        return 1;
    number[0] = 0;
    WIN32_FIND_DATAW entry;
    HANDLE search = FindFirstFileW(in_home(other, L"versions\\*"), &entry);
    if (search == INVALID_HANDLE_VALUE)
        return 0;
    do {
        if (wcslen(entry.cFileName) < NUMBER && iswdigit(entry.cFileName[0]) && holds(entry.cFileName) &&
            compare(entry.cFileName, number) > 0)
            wcscpy(number, entry.cFileName);
    } while (FindNextFileW(search, &entry));
    FindClose(search);
    return number[0] != 0;
}

/* A parent may have chosen the version already; then nothing is counted. */
static int is_chosen(void)
{
    DWORD size = GetEnvironmentVariableW(VARIABLE, other, LONGEST - 32);
    if (!size || size >= LONGEST - 32)
        return 0;
    wcscat(other, L"\\trainer_app.zip");
    return is_file(other);
}

static int run(int count, wchar_t **given)
{
    wchar_t number[NUMBER];
    if (is_old()) {
        say(TOO_OLD);
        return 1;
    }
    GetModuleFileNameW(NULL, home, LONGEST);
    *wcsrchr(home, L'\\') = 0;
    if (!is_chosen()) {
        /* An installer makes it before it touches anything, and removes it last. */
        int half = is_file(in_home(path, L"unfinished.txt"));
#ifndef CONSOLE
        if (!half)
            count_start();
#endif
        if (half || !choose(number)) {
            say(NOT_WHOLE);
            return 1;
        }
        swprintf(path, LONGEST, L"%ls\\versions\\%ls", home, number);
        SetEnvironmentVariableW(VARIABLE, path);
    }
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS); /* never the current folder, nor PATH */
    HMODULE python = LoadLibraryExW(in_home(path, L"runtime\\python313.dll"), NULL,
                                    LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    python_main start = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    wchar_t **arguments = calloc((size_t)count + 6, sizeof *arguments);
    if (!start || !arguments) {
        say(NOT_WHOLE);
        return 1;
    }
    int last = 0;
    arguments[last++] = given[0];
    arguments[last++] = L"-X";
    arguments[last++] = L"utf8";
    arguments[last++] = L"-m";
    arguments[last++] = MODULE;
    for (int each = 1; each < count; each++)
        arguments[last++] = given[each];
    return start(last, arguments);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given)
{
    return run(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE none, LPWSTR line, int show)
{
    (void)instance, (void)none, (void)line, (void)show;
    return run(__argc, __wargv);
}
#endif
