; The installer that an office gets on a stick: Vietnamese and English, for one user without administrator's rights or for all.
;
;   makensis -DVERSION=1.2.3 -DBUILD=folder-of-the-program -DOUTPUT=setup.exe -DICONS=packaging/icons [-DSIGN=command] installer.nsi
;
; Silent:  SoHoatDong-setup.exe /S [/CurrentUser | /AllUsers] [/D=folder]      uninstall.exe /S [/RemoveLedger]
; Exit codes: 0 done; 1 given up by the user; 2 the program is open; 3 a newer version is installed; 4 Windows is too old.
; The ledger lies in the user's own data folder. Installing never touches it; removing asks, and keeps it unless told otherwise.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ManifestDPIAware true
ManifestSupportedOS Win10

!define PRODUCT "SoHoatDong"
!define TITLE "Sổ Hoạt Động"
!define PUBLISHER "So Hoat Dong contributors"
!define BUNDLE_KIND "SoHoatDong.Bundle"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PRODUCT}"
!define OLDEST_BUILD 17763 ; Windows 10, 1809

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"
!define MULTIUSER_INSTALLMODE_INSTDIR "${PRODUCT}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_USE_PROGRAMFILES64

!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include MultiUser.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

Name "${TITLE}"
OutFile "${OUTPUT}"
BrandingText "${TITLE} ${VERSION}"
!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${TITLE}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${TITLE}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${PUBLISHER}, Apache-2.0"

!define MUI_ICON "${ICONS}/program.ico"
!define MUI_UNICON "${ICONS}/program.ico"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU ; so that removing speaks the language of installing
!define MUI_LANGDLL_REGISTRY_KEY "Software\${PRODUCT}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE RefuseDataFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString StillOpen ${LANG_VIETNAMESE} "${TITLE} đang mở. Hãy đóng cửa sổ chương trình rồi bấm Thử lại. Việc đang nhập dở đã được giữ trong bản nháp."
LangString StillOpen ${LANG_ENGLISH} "${TITLE} is open. Please close its window, then choose Retry. What was being typed is kept as a draft."
LangString NewerThere ${LANG_VIETNAMESE} "Máy này đã có phiên bản mới hơn ($0). Phiên bản ${VERSION} không mở được sổ của phiên bản mới hơn. Vẫn cài đặt?"
LangString NewerThere ${LANG_ENGLISH} "A newer version ($0) is installed. Version ${VERSION} cannot open the ledger of a newer one. Install all the same?"
LangString TooOld ${LANG_VIETNAMESE} "Chương trình cần Windows 10 phiên bản 1809 trở lên, 64 bit."
LangString TooOld ${LANG_ENGLISH} "The program needs Windows 10, version 1809 or later, 64 bits."
LangString DataFolder ${LANG_VIETNAMESE} "Thư mục này chứa sổ. Hãy chọn thư mục khác cho chương trình."
LangString DataFolder ${LANG_ENGLISH} "This folder holds a ledger. Please choose another one for the program."
LangString BundleKind ${LANG_VIETNAMESE} "Gói tệp của Sổ Hoạt Động"
LangString BundleKind ${LANG_ENGLISH} "Bundle of Sổ Hoạt Động"
LangString OpenWith ${LANG_VIETNAMESE} "Mở bằng ${TITLE}"
LangString OpenWith ${LANG_ENGLISH} "Open with ${TITLE}"
LangString RemoveLedger ${LANG_VIETNAMESE} "Chương trình đã được gỡ. Sổ, khóa và bản sao lưu của bạn vẫn còn trong máy:$\r$\n$1$\r$\n$\r$\nCó XÓA HẲN sổ này không? Không thể lấy lại. Hãy chọn Không nếu chưa chắc chắn."
LangString RemoveLedger ${LANG_ENGLISH} "The program is removed. Your ledger, keys and back-ups are still on this PC:$\r$\n$1$\r$\n$\r$\nDELETE this ledger for good? It cannot be brought back. Choose No if you are not sure."

; --- before installing --------------------------------------------------------------------------------------------------

Var GivenFolder

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  SetRegView 64
  StrCpy $GivenFolder $INSTDIR ; what /D said, otherwise nothing
  !insertmacro MULTIUSER_INIT
  ${If} $GivenFolder != ""
    StrCpy $INSTDIR $GivenFolder
  ${EndIf}
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

Function RefuseDataFolder
  ${If} ${FileExists} "$INSTDIR\ledger.db"
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(DataFolder)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Function RefuseNewer
  ReadRegStr $0 SHCTX "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(NewerThere)" /SD IDNO IDYES +3
        SetErrorLevel 3
        Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

; A program that runs cannot be opened for writing: that tells of it in every session and whatever its window is called.
!macro FunctionRefuseWhileOpen prefix
Function ${prefix}RefuseWhileOpen
  again:
  StrCpy $R9 ""
  ${For} $R8 1 2
    ${If} $R8 == 1
      StrCpy $R7 "$INSTDIR\${PRODUCT}.exe"
    ${Else}
      StrCpy $R7 "$INSTDIR\sohoatdong-cli.exe"
    ${EndIf}
    ${If} ${FileExists} $R7
      ClearErrors
      FileOpen $R6 $R7 a
      ${If} ${Errors}
        StrCpy $R9 "open"
      ${Else}
        FileClose $R6
      ${EndIf}
    ${EndIf}
  ${Next}
  ${If} $R9 == "open"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillOpen)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro FunctionRefuseWhileOpen ""
!insertmacro FunctionRefuseWhileOpen "un."

!macro TellShell
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)" ; SHCNE_ASSOCCHANGED
!macroend

; --- installing ---------------------------------------------------------------------------------------------------------

Section "-program"
  Call RefuseNewer
  Call RefuseWhileOpen
  ; Modules of an older version must not stay beside those of this one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${BUILD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PRODUCT}.exe"
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\${PRODUCT}.exe"

  WriteRegStr SHCTX "Software\Classes\.shd" "" "${BUNDLE_KIND}"
  WriteRegStr SHCTX "Software\Classes\.shd\OpenWithProgids" "${BUNDLE_KIND}" ""
  WriteRegStr SHCTX "Software\Classes\${BUNDLE_KIND}" "" "$(BundleKind)"
  WriteRegStr SHCTX "Software\Classes\${BUNDLE_KIND}\DefaultIcon" "" '"$INSTDIR\_internal\bundle.ico"'
  WriteRegStr SHCTX "Software\Classes\${BUNDLE_KIND}\shell\open" "" "$(OpenWith)"
  WriteRegStr SHCTX "Software\Classes\${BUNDLE_KIND}\shell\open\command" "" '"$INSTDIR\${PRODUCT}.exe" "%1"'

  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PRODUCT}.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $0
  !insertmacro TellShell
SectionEnd

; By way of the desktop's own process, so that a program installed with an administrator's rights starts without them.
Function StartProgram
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${PRODUCT}.exe"'
FunctionEnd

; --- removing -----------------------------------------------------------------------------------------------------------

Function un.onInit
  SetRegView 64
  !insertmacro MULTIUSER_UNINIT
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
  Call un.RefuseWhileOpen
  ; Only what was installed: whatever else somebody keeps in this folder stays.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PRODUCT}.exe"
  Delete "$INSTDIR\sohoatdong-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  ReadRegStr $0 SHCTX "Software\Classes\.shd" ""
  ${If} $0 == "${BUNDLE_KIND}"
    DeleteRegValue SHCTX "Software\Classes\.shd" ""
  ${EndIf}
  DeleteRegValue SHCTX "Software\Classes\.shd\OpenWithProgids" "${BUNDLE_KIND}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.shd\OpenWithProgids"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.shd"
  DeleteRegKey SHCTX "Software\Classes\${BUNDLE_KIND}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "Software\${PRODUCT}"
  !insertmacro TellShell
  Call un.AskAboutLedger
SectionEnd

Function un.AskAboutLedger
  SetShellVarContext current ; the ledger is always this user's own
  StrCpy $1 "$LOCALAPPDATA\${PRODUCT}"
  ${IfNot} ${FileExists} "$1\ledger.db"
    Return
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/RemoveLedger" $R1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(RemoveLedger)" /SD IDNO IDYES +2
    Return
  ${EndIf}
  RMDir /r "$1"
  RMDir /r "$LOCALAPPDATA\${PRODUCT}-state"
FunctionEnd
