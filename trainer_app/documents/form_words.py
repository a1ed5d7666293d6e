"""Words of the empty forms."""

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.texts import Texts

FORM_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "registration.title": Texts("Варақаи бақайдгирӣ", "Анкета участника", "Registration form"),
        "registration.number": Texts("№ дар рӯйхат", "№ в списке", "No. on the list"),
        "registration.family": Texts("Насаб", "Фамилия", "Family name"),
        "registration.given": Texts("Ном", "Имя", "Given name"),
        "registration.patronymic": Texts("Номи падар", "Отчество", "Patronymic"),
        "registration.latin": Texts(
            "Ном ва насаб бо ҳарфҳои лотинӣ, чунон ки дар шиноснома; як ҳарф дар як хона",
            "Имя и фамилия латинскими буквами, как в паспорте; одна буква в клетке",
            "Name in Latin letters, as in the passport; one letter a box",
        ),
        "registration.sex": Texts("Ҷинс", "Пол", "Sex"),
        "registration.rank": Texts("Рутба", "Звание", "Rank"),
        "registration.unit": Texts("Ҷойи хизмат", "Подразделение", "Unit"),
        "registration.district": Texts("Ноҳияи хизмат", "Район службы", "Duty district"),
        "registration.phone": Texts("Телефон", "Телефон", "Telephone"),
        "registration.agree": Texts(
            "Розӣ ҳастам, ки ташкилкунанда ин маълумот, ҳузур ва натиҷаи санҷишҳои маро барои ин курс, "
            "шаҳодатнома ва ҳисоботҳои он нигоҳ дорад.",
            "Я согласен (согласна), что организатор хранит эти данные, сведения о моём присутствии и "
            "результаты тестов для этого курса, сертификата и отчётов о нём.",
            "I agree that the organiser keeps these data, my attendance and my test results for this course, "
            "its certificate and its reports.",
        ),
        "registration.signature": Texts("Имзо", "Подпись", "Signature"),
        "registration.date": Texts("Сана", "Дата", "Date"),
        "test.title.pre": Texts("Санҷиши аввал", "Входной тест", "Pre-test"),
        "test.title.post": Texts("Санҷиши ниҳоӣ", "Итоговый тест", "Post-test"),
        "test.sheet": Texts("Варақаи ҷавобҳо", "Бланк ответов", "Answer sheet"),
        "test.number": Texts("№", "№", "No."),
        "test.name": Texts("Ному насаб", "Фамилия, имя", "Name"),
        "test.how": Texts(
            "Барои ҳар савол як хонаро бо хат занед. Хато шуд? Хонаро пурра сиёҳ кунед "
            "ва дигарашро хат занед.",
            "На каждый вопрос перечеркните одну клетку. Ошиблись? Закрасьте её целиком "
            "и перечеркните другую.",
            "Cross one box for each question. A mistake? Black the box out and cross another one.",
        ),
        "test.points": Texts("Хол", "Баллы", "Points"),
    }
)
