@echo off
rem Starts the mailer's program from this checkout: installer\franklin --help says more.
setlocal
set "franklin_main=org.franklin.client.Main"
call "%~dp0src\main\cmd\launch.cmd" %*
exit /b %ERRORLEVEL%
