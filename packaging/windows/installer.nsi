; The installer: for one person, without an administrator, in Tajik, Russian and English.
; packaging/windows.py gives VERSION, NUMBERS (four of them), TREE and its SIZE in KB, OFFICE (what somebody with
; a server needs beside it) and the SIZE_OF_ALL, ICON and SIDE, LANGUAGES and OUT.
; /S installs without questions; /SERVER chooses OFFICE, which stays chosen from then on.
Target amd64-unicode
Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include Sections.nsh
!include WinVer.nsh
!include x64.nsh

Name "$(NAMED)"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\TrainerApp"
SetCompressor /SOLID /FINAL ${PACKING}
SetDateSave on
ManifestDPIAware true
ManifestLongPathAware true
BrandingText "Trainer ${VERSION}"
VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey ProductName "Trainer App"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Trainer App, installer"
VIAddVersionKey CompanyName "Trainer App"
VIAddVersionKey LegalCopyright "GPL-3.0-or-later"

!define OLDEST 18362 ; Windows 10, 1903
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\TrainerApp"
!define SETTINGS "Software\TrainerApp"
!define DATA "$LOCALAPPDATA\trainer-app"
; There from before anything goes until all is written; launchers then say what to do. "1": with OFFICE.
!define UNFINISHED "$INSTDIR\unfinished.txt"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${SETTINGS}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!define MUI_LANGDLL_WINDOWTITLE "Trainer"
!define MUI_LANGDLL_INFO "Забон  ·  Язык  ·  Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\trainer-app.exe"
!define MUI_FINISHPAGE_RUN_PARAMETERS "$(WINDOW_LANGUAGE)"
!define MUI_PAGE_HEADER_TEXT "$(PROGRAM)"
!define MUI_PAGE_HEADER_SUBTEXT "$(PARTS_PAGE)"
!define MUI_COMPONENTSPAGE_TEXT_TOP "$(PARTS_ABOUT)"
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST " "
!define MUI_COMPONENTSPAGE_NODESC
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGEEX "${LANGUAGES}" "Tajik"
!insertmacro MUI_LANGUAGE "Russian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include "${LANGUAGES}/texts.nsh"

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; Not in .onInit: there nothing speaks the chosen language yet.
!macro REFUSE_OLD
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
!macroend

; A program that runs holds its file: nobody else may write to it. Asked before anything is touched.
!macro ASK_TO_CLOSE ID
  again_${ID}:
  IfFileExists "$INSTDIR\trainer-app.exe" 0 free_${ID}
  ClearErrors
  FileOpen $0 "$INSTDIR\trainer-app.exe" a
  IfErrors 0 closed_${ID}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY again_${ID}
  SetErrorLevel 4
  Quit
  closed_${ID}:
  FileClose $0
  free_${ID}:
!macroend

; Written beside their places and renamed: no power cut leaves half of one. They come first, so that whoever opens
; the program between a power cut and its next installation is told what to do.
!macro LAY_LAUNCHERS
  File "/oname=trainer-app.exe.part" "${TREE}/trainer-app.exe"
  File "/oname=trainer-cli.exe.part" "${TREE}/trainer-cli.exe"
  ${If} ${Errors}
    Delete "${UNFINISHED}" ; nothing was touched: what is there runs
    SetErrors
  ${EndIf}
  !insertmacro REFUSE_HALF launchers
  Delete "$INSTDIR\trainer-app.exe"
  Rename "$INSTDIR\trainer-app.exe.part" "$INSTDIR\trainer-app.exe"
  Delete "$INSTDIR\trainer-cli.exe"
  Rename "$INSTDIR\trainer-cli.exe.part" "$INSTDIR\trainer-cli.exe"
  !insertmacro REFUSE_HALF renamed
!macroend

; Only what an installer laid: a folder that somebody keeps beside it stays. All but the launchers.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\versions"
  Delete "$INSTDIR\NOTICES.txt"
  Delete "$INSTDIR\sbom.json"
  Delete "$INSTDIR\current.txt"
  Delete "$INSTDIR\before.txt"
  Delete "$INSTDIR\unseen.txt"
  Delete "$INSTDIR\failed.txt"
  Delete "$INSTDIR\*.part"
!macroend

!macro FILE_TYPE ENDING CLASS TEXT
  WriteRegStr HKCU "Software\Classes\${ENDING}" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "${TEXT}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\trainer-app.exe,1"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\trainer-app.exe" "%1"'
!macroend

!macro REFUSE_HALF ID
  IfErrors 0 whole_${ID}
  MessageBox MB_OK|MB_ICONSTOP "$(NO_ROOM)" /SD IDOK
  SetErrorLevel 5
  Quit
  whole_${ID}:
!macroend

Section
  !insertmacro REFUSE_OLD
  !insertmacro ASK_TO_CLOSE install
  SetOutPath "$INSTDIR"
  ; Before anything goes: an installation that is cut short is done again with the same parts.
  Call remember_server
  !insertmacro LAY_LAUNCHERS
  !insertmacro REMOVE_PROGRAM
  ClearErrors
  File /r /x "trainer-app.exe" /x "trainer-cli.exe" "${TREE}/*"
  !insertmacro REFUSE_HALF program
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(PROGRAM).lnk" "$INSTDIR\trainer-app.exe"
  CreateShortcut "$DESKTOP\$(PROGRAM).lnk" "$INSTDIR\trainer-app.exe"
  !insertmacro FILE_TYPE ".tsync" "TrainerApp.Bundle" "$(FILE_OF_PROGRAM)"
  !insertmacro FILE_TYPE ".tbackup" "TrainerApp.Backup" "$(BACKUP_OF_PROGRAM)"
  !insertmacro FILE_TYPE ".tupdate" "TrainerApp.Update" "$(UPDATE_OF_PROGRAM)"
  !insertmacro MUI_LANGDLL_SAVELANGUAGE
  WriteRegStr HKCU "${SETTINGS}" "Shortcut" "$(PROGRAM)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(PROGRAM)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\trainer-app.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Trainer App"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  ; the shell reads file types anew
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section /o "$(SERVER_PART)" SERVER
  SetOutPath "$INSTDIR\runtime\office"
  ClearErrors
  File /r "${OFFICE}/*"
  !insertmacro REFUSE_HALF server
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_OF_ALL}
SectionEnd

Section
  Delete "${UNFINISHED}"
SectionEnd

; Who has the part keeps it when the program is installed over itself, or again after its installation was cut short.
Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
  ReadRegDWORD $0 HKCU "${SETTINGS}" "Server"
  ClearErrors
  FileOpen $1 "${UNFINISHED}" r
  ${IfNot} ${Errors}
    FileRead $1 $0
    FileClose $1
  ${EndIf}
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/SERVER" $2
  ${IfNot} ${Errors}
    StrCpy $0 1
  ${EndIf}
  ${If} $0 == 1
    !insertmacro SelectSection ${SERVER}
  ${EndIf}
FunctionEnd

; In a file too: what was written to the registry last is lost when the power goes. Who calls it looks for errors.
Function remember_server
  ${If} ${SectionIsSelected} ${SERVER}
    StrCpy $1 1
    WriteRegDWORD HKCU "${SETTINGS}" "Server" 1
  ${Else}
    StrCpy $1 ""
    DeleteRegValue HKCU "${SETTINGS}" "Server"
  ${EndIf}
  ClearErrors ; there may be none to delete
  FileOpen $0 "${UNFINISHED}" w
  FileWrite $0 $1
  System::Call 'kernel32::FlushFileBuffers(p r0)'
  FileClose $0
FunctionEnd

Section Uninstall
  !insertmacro ASK_TO_CLOSE remove
  Delete "$INSTDIR\trainer-app.exe"
  Delete "$INSTDIR\trainer-cli.exe"
  !insertmacro REMOVE_PROGRAM
  Delete "${UNFINISHED}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ReadRegStr $0 HKCU "${SETTINGS}" "Shortcut"
  ${If} $0 != ""
    Delete "$SMPROGRAMS\$0.lnk"
    Delete "$DESKTOP\$0.lnk"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\.tsync"
  DeleteRegKey HKCU "Software\Classes\TrainerApp.Bundle"
  DeleteRegKey HKCU "Software\Classes\.tbackup"
  DeleteRegKey HKCU "Software\Classes\TrainerApp.Backup"
  DeleteRegKey HKCU "Software\Classes\.tupdate"
  DeleteRegKey HKCU "Software\Classes\TrainerApp.Update"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "${SETTINGS}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  IfFileExists "${DATA}\*.*" 0 no_data
  MessageBox MB_OK|MB_ICONINFORMATION "$(DATA_STAY)" /SD IDOK
  no_data:
SectionEnd
