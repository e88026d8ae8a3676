import { createSignal } from "solid-js";
import { Checkbox } from "#ui/checkbox.tsx";
import { FileField } from "#ui/file-field.tsx";
import { PasswordField } from "#ui/password-field.tsx";
import { SelectField } from "#ui/select-field.tsx";
import { StrengthMeter } from "#ui/strength-meter.tsx";
import { SuggestField } from "#ui/suggest-field.tsx";
import { Switch } from "#ui/switch.tsx";
import { TextAreaField } from "#ui/text-area-field.tsx";
import { TextField } from "#ui/text-field.tsx";

const people = [
  { id: "1", label: "Veikko", note: "Kuhmo · sähköala" },
  { id: "2", label: "Vilma", note: "Kajaani · logistiikka" },
  { id: "3", label: "Väinö", note: "Sotkamo" },
];

export function FieldsPart() {
  const [name, setName] = createSignal("");
  const [phone, setPhone] = createSignal("");
  const [text, setText] = createSignal("Haluaa kokeilla ennen hakua.\nKyyti Kuhmosta ratkaistava.");
  const [secret, setSecret] = createSignal("neljä sanaa riittää hyvin");
  const [place, setPlace] = createSignal<"kuhmo" | "kajaani" | undefined>();
  const [ticked, setTicked] = createSignal(true);
  const [on, setOn] = createSignal(true);
  const found = () =>
    people.filter((person) => person.label.toLowerCase().startsWith(name().toLowerCase()));
  return (
    <>
      <SuggestField
        label="Kenelle"
        hint="Nimi tai tunnus; uusikin käy."
        value={name()}
        onInput={setName}
        suggestions={found()}
        countText={(count) => (count === 1 ? "1 ehdotus" : `${count} ehdotusta`)}
      />
      <TextField
        label="Puhelin"
        mark="(ei pakollinen)"
        type="tel"
        inputMode="tel"
        placeholder="040 …"
        value={phone()}
        onInput={setPhone}
      />
      <TextField
        label="Sähköposti"
        value="aino@"
        error="Osoitteesta puuttuu loppu."
        hint="Esimerkiksi aino@esimerkki.fi"
        onInput={() => undefined}
      />
      <TextField label="Matka" value="42" suffix="km" prefix="~" onInput={() => undefined} />
      <TextField label="Tunnus" value="P-114" disabled onInput={() => undefined} />
      <TextAreaField label="Muistiinpano" value={text()} onInput={setText} />
      <PasswordField
        label="Salalause"
        value={secret()}
        onInput={setSecret}
        showLabel="Näytä salalause"
        hideLabel="Piilota salalause"
        autocomplete="new-password"
      />
      <StrengthMeter label="Salalauseen vahvuus" level={3} text="Vahva: kestää arvailun." />
      <StrengthMeter label="Toisen salalauseen vahvuus" level={1} text="Heikko: lisää sana." />
      <SelectField
        label="Paikkakunta"
        placeholder="Valitse"
        options={[
          { value: "kuhmo", label: "Kuhmo" },
          { value: "kajaani", label: "Kajaani" },
        ]}
        value={place()}
        onChange={setPlace}
      />
      <SelectField
        label="Paikkakunta, hiljaa"
        labelHidden
        quiet
        options={[
          { value: "kuhmo", label: "Kuhmo" },
          { value: "kajaani", label: "Kajaani" },
        ]}
        value={place() ?? "kuhmo"}
        onChange={setPlace}
      />
      <FileField
        label="Varmuuskopiotiedosto"
        chooseLabel="Valitse tiedosto"
        emptyText="Ei valittua tiedostoa"
        onChoose={() => undefined}
      />
      <Checkbox
        label="Asiakas on antanut luvan"
        hint="Lupa on voimassa 31.5. asti."
        checked={ticked()}
        onChange={setTicked}
      />
      <Checkbox
        label="Olen lukenut ohjeen"
        error="Lue ohje ensin."
        checked={false}
        onChange={() => undefined}
      />
      <Switch
        label="Lukitse, kun näyttö sammuu"
        hint="Avaaminen vaatii salalauseen."
        checked={on()}
        onChange={setOn}
      />
      <Switch label="Suuri kontrasti" checked={!on()} onChange={(value) => setOn(!value)} />
    </>
  );
}
