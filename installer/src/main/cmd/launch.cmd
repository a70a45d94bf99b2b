@echo off
rem What the launchers share: find a JDK, build what is missing or stale, start.
rem The launcher sets franklin_main to the class to start.
setlocal EnableExtensions DisableDelayedExpansion
set "jdk_release=25"
for %%d in ("%~dp0..\..\..\..") do set "checkout=%%~fd"
set "stage=%checkout%\installer\target\franklin"
set "built=%stage%\built"

set "jdk="
call :try "%JAVA_HOME%"
rem Two variables of no JDK, so that neither list is empty, which set would report.
set "JAVA_none=none"
set "JDK_none=none"
for /f "tokens=1,* delims==" %%a in ('set JAVA') do call :try "%%b"
for /f "tokens=1,* delims==" %%a in ('set JDK') do call :try "%%b"
for %%j in (java.exe) do call :try "%%~dp$PATH:j.."
for %%p in (Java "Eclipse Adoptium" Microsoft Zulu "Amazon Corretto" BellSoft) do (
    for /d %%h in ("%ProgramFiles%\%%~p\*") do call :try "%%~h"
)
for /d %%h in ("%USERPROFILE%\.jdks\*" "%USERPROFILE%\.m2\jdks\*") do call :try "%%~h"
if not defined jdk (
    echo Franklin needs JDK %jdk_release% or newer: install one, for example Eclipse Temurin %jdk_release%. 1>&2
    exit /b 1
)

if not exist "%built%" (
    echo Building Franklin ^(first run, about a minute^) ... 1>&2
    call :build
    if errorlevel 1 exit /b 1
    goto start
)
set "stale="
for /f %%n in ('powershell -NoProfile -Command "$then = (Get-Item $env:built).LastWriteTimeUtc; Get-ChildItem -Recurse -ErrorAction SilentlyContinue $env:checkout\pom.xml, $env:checkout\*\pom.xml, $env:checkout\*\*\pom.xml, $env:checkout\*\src\main, $env:checkout\*\*\src\main | Where-Object { $_.LastWriteTimeUtc -gt $then } | Select-Object -First 1 | ForEach-Object { 1 }"') do set "stale=%%n"
if defined stale (
    echo Building Franklin ^(its sources have changed^) ... 1>&2
    call :build
    if errorlevel 1 exit /b 1
)

:start
"%jdk%\bin\java.exe" -ea:org.franklin... --enable-native-access=javafx.graphics,ALL-UNNAMED --module-path "%stage%\javafx" --add-modules javafx.controls,javafx.swing -cp "%stage%\lib\*" %franklin_main% %*
exit /b %ERRORLEVEL%

rem Takes a folder for the JDK if it is one, is new enough, and none was found before.
:try
if defined jdk exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version=0"
for /f "usebackq tokens=1,2 delims==." %%k in ("%~1\release") do if "%%k"=="JAVA_VERSION" set version=%%l
set version=%version:"=%
if %version% GEQ %jdk_release% set "jdk=%~1"
exit /b 0

rem The new stage holds no jar of an older build, and its mark is as old as the build's begin.
:build
set "mvn="
for %%m in (mvn.cmd) do set "mvn=%%~$PATH:m"
if not defined mvn (
    echo Franklin is built by Maven: install it from maven.apache.org, and put its bin folder on PATH. 1>&2
    exit /b 1
)
if exist "%stage%\" rmdir /s /q "%stage%"
mkdir "%stage%"
type nul > "%stage%\begun"
setlocal
set "JAVA_HOME=%jdk%"
set "MAVEN_OPTS=%MAVEN_OPTS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
pushd "%checkout%"
call mvn -q -B -Dmaven.test.skip=true -pl installer -am package <nul 1>&2
set "code=%ERRORLEVEL%"
popd
endlocal & set "code=%code%"
if not "%code%"=="0" (
    echo Franklin could not be built: see the messages above. 1>&2
    exit /b 1
)
ren "%stage%\begun" built
exit /b 0
