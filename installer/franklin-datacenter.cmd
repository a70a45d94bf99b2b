@echo off
rem Runs the data center from this checkout: installer\franklin-datacenter --help says more.
setlocal
set "franklin_main=org.franklin.datacenter.Main"
call "%~dp0src\main\cmd\launch.cmd" %*
exit /b %ERRORLEVEL%
