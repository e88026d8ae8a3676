/** What is said at the address of something that was erased. */
export const erased = {
  title: "Tiedot on poistettu pyynnöstä",
  text: "Tämä kuului henkilöön, jonka tiedot on poistettu pysyvästi. Niistä ei ole mitään jäljellä tällä laitteella eikä palvelimella.",
};
