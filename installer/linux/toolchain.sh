#!/bin/sh
# Runs inside the Debian 11 build root: CPython 3.11 and SQLite 3.40 from Debian 12's sources, into /opt/toolchain.
#
# Debian 11 has Python 3.9 only, and what is built on Debian 12 does not start on UOS 20 or Kylin V10.
set -eu

prefix=/opt/toolchain
work=/usr/src/toolchain
[ -e "$prefix/done" ] && exit 0

rm -rf "$work" "$prefix"
mkdir -p "$work"
cd "$work"
apt-get source --quiet python3.11 sqlite3

# Five functions of the mathematics library got a new version in glibc 2.29, which UOS 20 (2.28) lacks; the old one
# differs in how it sets errno only, and Python looks at the result.
case "$(dpkg --print-architecture)" in
    amd64) old=GLIBC_2.2.5 ;;
    arm64) old=GLIBC_2.17 ;;
    *) echo "no build for $(dpkg --print-architecture)" >&2; exit 1 ;;
esac
for name in exp exp2 log log2 pow; do
    echo "__asm__(\".symver $name,$name@$old\");"
done > "$work/old_glibc.h"

cd "$work"/sqlite3-3*/
# The compile options that Debian gives its own.
options=$(sed -n '/^export CFLAGS +=/,/[^\\]$/p' debian/rules | grep -o -- '-DSQLITE[A-Z0-9_=]*' | tr '\n' ' ')
./configure --prefix="$prefix" --disable-static --disable-tcl --disable-readline --enable-fts5 \
    CFLAGS="-O2 -fno-strict-aliasing -include $work/old_glibc.h $options" > configure.log
make -j"$(nproc)" > make.log 2>&1
make install > install.log 2>&1

cd "$work"/python3.11-*/
# Debian turns the bundled pip off; packages come from wheels all the same.
# Debian compiles expat's module into the interpreter, where this is said already.
sed -i '1i #define Py_BUILD_CORE_MODULE 1' Modules/pyexpat.c
# What glibc 2.30 and later have is not asked for; without both kinds of waiting for a semaphore Python waits by the
# monotonic clock all the same, so that a clock that is set back holds nobody.
ac_cv_func_gettid=no ac_cv_func_sem_clockwait=no ac_cv_func_sem_timedwait=no ./configure --prefix="$prefix" --enable-shared --without-ensurepip \
    CFLAGS="-include $work/old_glibc.h" CPPFLAGS="-I$prefix/include" \
    LDFLAGS="-L$prefix/lib -Wl,-rpath,$prefix/lib" > configure.log
make -j"$(nproc)" > make.log 2>&1
make install > install.log 2>&1

"$prefix/bin/python3.11" -c 'import bz2, ctypes, hashlib, lzma, pyexpat, sqlite3, ssl, uuid, zlib; print(sqlite3.sqlite_version)'
cp "$work"/python3.11-*/LICENSE "$prefix/LICENSE.python"
touch "$prefix/done"
