/**
 * Words that passphrases are most often made of, in Finnish, Swedish and English, with what lies near this program.
 * A few dozen on purpose: enough to warn, small enough for a phone.
 */
export const guessableWords: readonly string[] = [
  ..."salasana tunnuslause salainen kissa koira kesä talvi syksy kevät suomi kajaani kuhmo kainuu".split(
    " ",
  ),
  ..."rakas äiti perkele koulu työ aika ohjaus ohjaaja katve moikka hevonen mansikka aurinko".split(
    " ",
  ),
  ..."lösenord hemlig hund katt sommar vinter höst vår sverige finland mamma älskar skola".split(
    " ",
  ),
  ..."password passphrase secret welcome letmein dragon monkey summer winter spring autumn".split(
    " ",
  ),
  ..."football admin login hello love qwerty test user master sunshine princess school work".split(
    " ",
  ),
  ..."maanantai tammikuu helsinki oulu jääkiekko nokia".split(" "),
];
