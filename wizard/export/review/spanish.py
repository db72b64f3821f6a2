# SPDX-FileCopyrightText: 2026 The Remedy Wizard contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Spanish of each fixed phrase of a review, by its English."""

from collections.abc import Mapping
from typing import Final

_GENERAL: Final = {
    "Legal information for people who work under a supervising attorney. It is not legal advice.": (
        "Información legal para personas que trabajan bajo la supervisión de un abogado. No es asesoría legal."
    ),
    "English": "Inglés",
    "Spanish": "Español",
    "No.": "N.º",
    "Id": "Id",
    "Agree": "De acuerdo",
    "Change:": "Cambio:",
    "nothing": "nada",
    "Page": "Página",
    "of": "de",
    "{collection}, version {version}": "{collection}, versión {version}",
    "Law checked on {checked}, next check due {due}. Made on this computer; nothing was sent.": (
        "Ley revisada el {checked}; próxima revisión: {due}. Hecho aquí; no se envió nada."
    ),
    "Authorities": "Fuentes de derecho",
    "Read by": "Lo leen",
    "Used by": "Lo usan",
    "read by ": "lo leen ",
    "Note:": "Nota:",
    "On the chart": "En el diagrama",
    "On the chart: ": "En el diagrama: ",
    "answer to {fact}": "respuesta a {fact}",
    "“{column}” in {table} for {fact}": "“{column}” en {table} para {fact}",
    "date to act by of {rule}": "fecha segura de {rule}",
    "{first} to {last}": "{first} a {last}",
    "{weekday}, {day}": "{weekday} {day}",
}

_FRONT: Final = {
    "{collection}: review": "{collection}: revisión",
    "Version {version}": "Versión {version}",
    "The whole law of the collection, for review by a supervising attorney": (
        "Todo el derecho de la colección, para la revisión de un abogado supervisor"
    ),
    "Version": "Versión",
    "Publisher": "Publica",
    "Law checked on": "Ley revisada el",
    "Next check due": "Próxima revisión",
    "Check overdue since": "Revisión vencida desde",
    "Printed on": "Impreso el",
    "Languages": "Idiomas",
    "Collection": "Colección",
    "Tree": "Árbol",
    "Steps": "Pasos",
    "Questions": "Preguntas",
    "Gates": "Bifurcaciones",
    "Findings": "Conclusiones",
    "Ends": "Finales",
    "Reviewed by": "Revisado por",
    "Date": "Fecha",
    "Signature": "Firma",
    "Contents and use": "Contenido y uso",
    "Contents": "Contenido",
    "How to use this": "Cómo se usa",
    "Each step of a tree, and each thing that trees share, has a number to cite it by: F-12, AU-133.": (
        "Cada paso de un árbol y cada cosa que los árboles comparten tiene un número para citarlo: F-12, AU-133."
    ),
    "A step leads only to higher numbers of its tree. The words in small letters are the ids in the editor.": (
        "Un paso lleva solo a números más altos de su árbol. Las palabras en letra pequeña son los nombres internos "
        "del editor."
    ),
    "Tick Agree, or write the change on the line or in the margin. Rows of tables have a box each.": (
        "Marque De acuerdo, o escriba el cambio en la línea o al margen. Cada fila de una tabla tiene su casilla."
    ),
    "“Not sure yet” is an answer: the walk goes on, and findings behind it are marked as resting on it.": (
        "“Todavía no se sabe” es una respuesta: el recorrido sigue, y las conclusiones que vienen después quedan "
        "marcadas como dependientes de ella."
    ),
    "Branches of a gate go in order, and the first true one wins.": (
        "Las ramas de una bifurcación van en orden, y gana la primera que se cumple."
    ),
    "A condition whose facts are open is neither true nor false: it sends the gate to “not known yet”.": (
        "Una condición con hechos pendientes no es verdadera ni falsa: lleva a “todavía no se sabe”."
    ),
    "A line with several findings has the worst of their statuses; a remark moves no line.": (
        "Una línea con varias conclusiones tiene el peor de sus estados; una observación no mueve ninguna línea."
    ),
    "Words in square brackets are filled in from the case.": (
        "Las palabras entre corchetes se llenan con los datos del caso."
    ),
    "Act by is the safe date, shown first; the plain count and the latest date stand beside it.": (
        "La fecha segura se muestra primero; a su lado están la cuenta simple y la última fecha posible."
    ),
    "Status of a claim": "Estado de un reclamo",
    "How an authority was checked": "Cómo se revisó una fuente",
    "Meaning": "Significado",
    "Not reached": "Sin conclusión",
    "No finding has spoken to the claim.": "Ninguna conclusión se refiere todavía al reclamo.",
    "Look here first": "Mire esto primero",
    "What": "Qué",
    "Items": "Números",
    "Authorities: {treatment}": "Fuentes: {treatment}",
    "Findings that a claim is available or arguable and that cite nothing but what was only recalled": (
        "Conclusiones de que un reclamo está disponible o es discutible que citan solo fuentes de memoria"
    ),
    "Findings that a claim is available or arguable and that cite no authority": (
        "Conclusiones de que un reclamo está disponible o es discutible que no citan ninguna fuente"
    ),
    "Tables with rows that were only recalled": "Tablas con filas que son solo de memoria",
    "Authorities that were only recalled": "Fuentes que son solo de memoria",
    "Authorities that nothing cites": "Fuentes que nadie cita",
    "The cited law gives this remedy on these facts, if they can be proved.": (
        "La ley citada da este remedio con estos hechos, si se pueden probar."
    ),
    "The law is unsettled, or turns on facts still open: a court could go either way.": (
        "El derecho no está resuelto o depende de hechos pendientes: un tribunal podría decidir en uno u otro sentido."
    ),
    "The law as it now stands is probably against it.": "Es probable que el derecho actual esté en contra.",
    "The cited law rules it out.": "La ley citada lo excluye.",
    "Its own text was read, on the day that stands beside it.": "Se leyó su propio texto, el día que está a su lado.",
    "A text about it was read, not its own text.": "Se leyó un texto que habla de ella, no el suyo.",
    "From memory: nothing was read. Find it and read it before relying on it.": (
        "De memoria: no se leyó nada. Búsquela y léala antes de apoyarse en ella."
    ),
}

_STEPS: Final = {
    "Question": "Pregunta",
    "Gate": "Bifurcación",
    "Finding": "Conclusión",
    "Subtree": "Subárbol",
    "End": "Fin",
    "Title:": "Título:",
    "Jurisdiction:": "Jurisdicción:",
    "About:": "De qué trata:",
    "A walk may start here.": "Un recorrido puede empezar aquí.",
    "No walk starts here.": "Ningún recorrido empieza aquí.",
    "Walked by ": "Lo recorren ",
    "No way leads to the steps from here on.": "Ningún camino lleva a los pasos que siguen.",
    "the tree begins here": "aquí empieza el árbol",
    "from ": "desde ",
    "asks for ": "pregunta por ",
    "Help:": "Ayuda:",
    "Why we ask:": "Por qué preguntamos:",
    "Leads to": "Lleva a",
    "Every answer": "Toda respuesta",
    "Choices": "Opciones",
    "One of {number} choices: see the fact, ": "Una de {number} opciones: vea el hecho, ",
    "Not sure yet": "Todavía no se sabe",
    "may not be chosen here": "aquí no se puede elegir",
    "Why:": "Por qué:",
    "If, in this order": "Si, en este orden",
    "Otherwise": "Si no",
    "Otherwise, and also when a condition is reached that is not known yet": (
        "Si no, y también cuando se llega a una condición que todavía no se sabe"
    ),
    "When a condition is reached that is not known yet": "Cuando se llega a una condición que todavía no se sabe",
    "Remark": "Observación",
    "Remarks": "Observaciones",
    "on the client": "sobre el cliente",
    "do first": "hacer primero",
    "protect the client": "proteger al cliente",
    "intake": "entrevista",
    "evidence": "pruebas",
    "Reason:": "Razón:",
    "Next steps": "Próximos pasos",
    "for the client": "para el cliente",
    "Deadlines": "Plazos",
    "Counts only on lines that a finding has reached before.": (
        "Cuenta solo en líneas a las que ya llegó una conclusión."
    ),
    "Goes on to ": "Sigue a ",
    "Walks the tree “{tree}” from ": "Recorre el árbol “{tree}” desde ",
    ", then goes on to ": ", y después sigue a ",
    "The case is kept.": "El caso se guarda.",
    "Nothing of the case is kept.": "No se guarda nada del caso.",
}

_SHARED: Final = {
    "Claims": "Reclamos",
    "Named conditions": "Condiciones con nombre",
    "Facts": "Hechos",
    "Deadline rules": "Reglas de plazos",
    "Tables": "Tablas",
    "Calendars": "Calendarios",
    "Glossary": "Glosario",
    "Each is a line of the claims board, in this order.": "Cada uno es una línea del tablero, en este orden.",
    "against {whom}": "contra {whom}",
    "Findings on it": "Conclusiones sobre él",
    "no finding yet": "todavía sin conclusión",
    "Internal: not shown on the board.": "Interno: no se muestra en el tablero.",
    "Condition": "Condición",
    "Conditions that several gates share, each written once.": (
        "Condiciones que comparten varias bifurcaciones, escritas una sola vez."
    ),
    "also marks: {words}": "también marca: {words}",
    "one of the choices": "una de las opciones",
    "any of the choices": "cualquiera de las opciones",
    "a date": "una fecha",
    "a number": "un número",
    "not before {day}": "no antes de: {day}",
    "not after {day}": "no después de: {day}",
    "the day of the walk": "el día del recorrido",
    "at least {number}": "{number} o más",
    "at most {number}": "{number} o menos",
    "decimals: {number}": "decimales: {number}",
    "in {unit}": "en {unit}",
    "Asked by": "Lo preguntan",
    "Choices that several facts share": "Opciones que comparten varios hechos",
    "Its choices are those of ": "Sus opciones son las de ",
    ", without {choices}": ", sin {choices}",
    "a row for each choice of ": "una fila para cada opción de ",
    "A dash is a cell that is not known. It never means that there is no limit or no deadline.": (
        "Una raya es una casilla que no se sabe. Nunca quiere decir que no haya límite ni plazo."
    ),
    "For": "Para",
    "In words": "En palabras",
    "Authority, how it was checked": "Fuente, cómo se revisó",
    "No row gives an authority.": "Ninguna fila da una fuente.",
    "The row:": "La fila:",
    "No authority is given.": "No se da ninguna fuente.",
    "Cases": "Casos",
    "Constitutions": "Constituciones",
    "Statutes": "Leyes",
    "Session laws": "Leyes de sesión",
    "Bills": "Proyectos de ley",
    "Regulations": "Reglamentos",
    "Rules": "Reglas",
    "Treatises": "Tratados de doctrina",
    "Guidance": "Guías",
    "Authority": "Fuente",
    "Checked, cited at": "Revisión, citas",
    "Pin:": "Lugar:",
    "Source:": "Dónde se leyó:",
    "Cited at": "Se cita en",
    "Cited nowhere.": "No se cita.",
    "good law": "vigente",
    "limited": "limitada",
    "in litigation": "en litigio",
    "unsettled": "sin resolver",
    "superseded": "superada",
    "read": "leída",
    "read about only": "solo leída en otras fuentes",
    "only recalled": "solo de memoria",
}

_DATES: Final = {
    "last day to act": "último día para actuar",
    "first day on which one may act": "primer día en que se puede actuar",
    "good practice, not law": "buena práctica, no ley",
    "No date starts it: it is shown without a date.": "Ninguna fecha lo inicia: se muestra sin fecha.",
    "Counts from the day after {fact}.": "Cuenta desde el día siguiente a {fact}.",
    "Counts from the day after the earliest of: {facts}.": "Cuenta desde el día siguiente a la primera de: {facts}.",
    "Counts from the day after the latest of: {facts}.": "Cuenta desde el día siguiente a la última de: {facts}.",
    "Period: {period}.": "Plazo: {period}.",
    "On the more careful view of the law: {parts}.": "En la lectura más prudente de la ley: {parts}.",
    "from the day after {fact}": "desde el día siguiente a {fact}",
    "the shortest of: {parts}": "el más corto de: {parts}",
    "the number in {column} of the table {table} for {fact}, in {unit}": (
        "el número en {column} de la tabla {table} para {fact}, en {unit}"
    ),
    "the unit in {column}": "la unidad de {column}",
    ", and the days in {column}": ", más los días de {column}",
    "; where the first day is on or before {through}, {old} counts instead": (
        "; si el primer día es {through} o antes, cuenta {old}"
    ),
    "years": "años",
    "months": "meses",
    "days": "días",
    "working days": "días hábiles",
    "Calendar: {calendar}.": "Calendario: {calendar}.",
    "Act by: the last open day before the plain count.": "Fecha segura: el último día hábil antes de la cuenta simple.",
    "Act by: the last open day at least {number} days before the plain count.": (
        "Fecha segura: el último día hábil, al menos {number} días antes de la cuenta simple."
    ),
    "Latest that a court might accept: the plain count, moved on past weekends and holidays.": (
        "Lo último que un tribunal podría aceptar: la cuenta simple, corrida si cae en fin de semana o feriado."
    ),
    "No later date is shown than the plain count.": "No se muestra ninguna fecha posterior a la cuenta simple.",
    "Not before: the day after the plain count.": "No antes de: el día siguiente a la cuenta simple.",
    "Mail it {number} days before the date to act by.": "Envíelo {number} días antes de la fecha segura.",
    "Reminders, days before: {days}.": "Avisos, días antes: {days}.",
    "Left out where this is false": "Se omite donde esto no se cumple",
    "Example: ": "Ejemplo: ",
    "no date can be counted.": "no se puede contar ninguna fecha.",
    "if {given}: ": "si {given}: ",
    "{fact} is {value}": "{fact} es {value}",
    "plain count {day}": "cuenta simple, {day}",
    "act by {day}": "fecha segura, {day}",
    "a court might still accept {day}": "un tribunal todavía podría aceptar el {day}",
    "mail by {day}": "enviar a más tardar el {day}",
    "What moves it:": "Qué lo mueve:",
    "Weekend: {days}.": "Fin de semana: {days}.",
    "Holiday": "Feriado",
    "When": "Cuándo",
    "Moves a last day on": "Corre el último día",
    "yes": "sí",
    "no: offices are shut": "no: las oficinas cierran",
    "Offices were shut for": "Las oficinas cerraron por",
    "On": "Fecha",
    "since {year}": "desde {year}",
    "through {year}": "hasta {year}",
    "every {number} years": "cada {number} años",
    "offices are shut on the Friday before a Saturday": "si cae en sábado, las oficinas cierran el viernes",
    "offices are shut on the Monday after a Sunday": "si cae en domingo, las oficinas cierran el lunes",
    "{day} {month}": "{day} de {month}",
    "the {nth} {weekday} of {month}": "el {nth} {weekday} de {month}",
    "first": "primer",
    "second": "segundo",
    "third": "tercer",
    "fourth": "cuarto",
    "fifth": "quinto",
    "last": "último",
    "Monday": "lunes",
    "Tuesday": "martes",
    "Wednesday": "miércoles",
    "Thursday": "jueves",
    "Friday": "viernes",
    "Saturday": "sábado",
    "Sunday": "domingo",
    "January": "enero",
    "February": "febrero",
    "March": "marzo",
    "April": "abril",
    "May": "mayo",
    "June": "junio",
    "July": "julio",
    "August": "agosto",
    "September": "septiembre",
    "October": "octubre",
    "November": "noviembre",
    "December": "diciembre",
}

SPANISH: Final[Mapping[str, str]] = {**_GENERAL, **_FRONT, **_STEPS, **_SHARED, **_DATES}
