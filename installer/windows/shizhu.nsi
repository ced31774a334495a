; The installer for one account: no administrator, Chinese, data untouched by installing, upgrading and removing.
; makensis -DVERSION=… -DNUMBERS=a.b.c.0 -DPROGRAM=folder -DDOCUMENTS=folder -DICON=file -DOUT=file shizhu.nsi
Unicode true
; Windows 10 and 11 on 64 bits alone; a 32-bit installer would not start under a 64-bit Wine.
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true

!define ID "ShizhuDesk"
!define TITLE "十助台账"
!define WINDOW "ShizhuDesk.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"

!include "MUI2.nsh"
!include "FileFunc.nsh"

Name "${TITLE}"
OutFile "${OUT}"
BrandingText "${TITLE} ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "Folder"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=2052 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=2052 "FileDescription" "${TITLE} 安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${TITLE}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "只删除程序。老年人资料、备份和导出文件都留在原处，不会删除。"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; A program that is open keeps its file: Windows lets nobody write into it.
!macro AskToClose
  again:
  IfFileExists "$INSTDIR\${WINDOW}" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\${WINDOW}" a
  IfErrors 0 closed
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${TITLE}还开着。请先退出（已保存的内容不会丢失），再点“重试”。" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Abort
  closed:
  FileClose $0
  free:
!macroend

; What this installer ever laid, and nothing else: a folder that the user chose may hold more.
!macro TakeAway
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\documents"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\shizhu.exe"
  Delete "$INSTDIR\shizhu.ico"
!macroend

!macro Kind END WORDS
  WriteRegStr HKCU "${CLASSES}\${END}" "" "${ID}${END}"
  WriteRegStr HKCU "${CLASSES}\${ID}${END}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${ID}${END}\DefaultIcon" "" "$INSTDIR\shizhu.ico"
  WriteRegStr HKCU "${CLASSES}\${ID}${END}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
!macroend

; An ending that another program took since stays that program's.
!macro NoKind END
  ReadRegStr $0 HKCU "${CLASSES}\${END}" ""
  StrCmp $0 "${ID}${END}" 0 +2
  DeleteRegValue HKCU "${CLASSES}\${END}" ""
  DeleteRegKey /ifempty HKCU "${CLASSES}\${END}"
  DeleteRegKey HKCU "${CLASSES}\${ID}${END}"
!macroend

Section
  !insertmacro AskToClose
  !insertmacro TakeAway
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}\*"
  File "/oname=shizhu.ico" "${ICON}"
  SetOutPath "$INSTDIR\documents"
  File /r "${DOCUMENTS}\*"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${WINDOW}" "" "$INSTDIR\shizhu.ico"
  !insertmacro Kind ".shizhu" "${TITLE}上报文件"
  !insertmacro Kind ".shizhu-receipt" "${TITLE}回执"
  WriteRegStr HKCU "Software\${ID}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\shizhu.ico"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  !insertmacro AskToClose
  !insertmacro TakeAway
  Delete "$INSTDIR\uninstall.exe"
  ; Goes only when nothing else lies in it.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  !insertmacro NoKind ".shizhu"
  !insertmacro NoKind ".shizhu-receipt"
  DeleteRegKey HKCU "Software\${ID}"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
