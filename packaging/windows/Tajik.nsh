; Tajik texts of the pages that this installer has; those of other pages would be English.
!insertmacro LANGFILE "Tajik" = "Тоҷикӣ" "Tojiki"

!ifdef MUI_COMPONENTSPAGE
  ${LangFileString} MUI_TEXT_COMPONENTS_TITLE "Қисмҳо"
  ${LangFileString} MUI_TEXT_COMPONENTS_SUBTITLE "Чӣ насб мешавад"
  ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_TITLE "Шарҳ"
  ${LangFileString} MUI_INNERTEXT_COMPONENTS_DESCRIPTION_INFO "Барои шарҳ қисмро нишон диҳед."
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "Насб"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "Интизор шавед: $(^NameDA) насб мешавад."
  ${LangFileString} MUI_TEXT_FINISH_TITLE "Насб шуд"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "Барнома насб шуд."
  ${LangFileString} MUI_TEXT_ABORT_TITLE "Насб қатъ шуд"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "Барнома пурра насб нашуд."
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "Нест кардан"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "Интизор шавед: $(^NameDA) нест мешавад."
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "Нест шуд"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "Барнома нест шуд."
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "Қатъ шуд"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "Барнома пурра нест нашуд."
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "$(^NameDA) насб шуд"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "Барнома дар мизи корӣ ва дар менюи «Пуск» аст.$\r$\n$\r$\n«Тайёр»-ро пахш кунед."
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "Барои анҷом компютерро аз нав даргиронидан лозим аст. Ҳоло даргиронем?"
!endif

!ifdef MUI_FINISHPAGE | MUI_UNFINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "Ҳа, ҳоло"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "Не, баъдтар"
  ${LangFileString} MUI_TEXT_FINISH_RUN "$(^NameDA)-ро &кушодан"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "&Аввал инро хонед"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "&Тайёр"
!endif

!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "Нест кардани $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "Маълумот мемонад: $LOCALAPPDATA\trainer-app"
!endif
