@echo off
rem Plays the whole story on this machine: installer\demo --help says more.
setlocal
set "franklin_main=org.franklin.installer.Demo"
call "%~dp0src\main\cmd\launch.cmd" %*
exit /b %ERRORLEVEL%
