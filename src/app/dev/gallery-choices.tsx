import { createSignal } from "solid-js";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { DayStrip } from "#ui/day-strip.tsx";
import { SummaryRow } from "#ui/summary-row.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { TimeGrid } from "#ui/time-grid.tsx";

export function ChoicesPart() {
  const [place, setPlace] = createSignal("kuhmo");
  const [day, setDay] = createSignal("2026-11-26");
  const [time, setTime] = createSignal("13:00");
  const [length, setLength] = createSignal("45");
  const [tab, setTab] = createSignal<"notes" | "path">("notes");
  return (
    <>
      <ChoiceChips
        label="Missä"
        options={[
          { value: "kuhmo", label: "Kuhmon työpaja" },
          { value: "kajaani", label: "Kajaani" },
          { value: "phone", label: "Puhelin" },
          { value: "sotkamo", label: "Sotkamo" },
          { value: "suomussalmi", label: "Suomussalmi" },
        ]}
        visible={3}
        moreLabel="Muu"
        value={place()}
        onChange={setPlace}
      />
      <ChoiceChips
        label="Tapa"
        error="Valitse tapa."
        options={[
          { value: "meet", label: "Tapaaminen" },
          { value: "call", label: "Puhelu" },
        ]}
        value={undefined}
        onChange={() => undefined}
      />
      <DayStrip
        label="Milloin"
        days={[
          { date: "2026-11-26", label: "to 26.11.", spoken: "torstai 26. marraskuuta" },
          { date: "2026-11-27", label: "pe", spoken: "perjantai 27. marraskuuta" },
          { date: "2026-11-30", label: "ma", spoken: "maanantai 30. marraskuuta" },
          { date: "2026-12-01", label: "ti", spoken: "tiistai 1. joulukuuta" },
        ]}
        value={day()}
        onChange={setDay}
        otherLabel="Muu päivä"
      />
      <TimeGrid
        label="Kellonaika"
        times={[
          { time: "10:00", label: "10.00", state: "taken", explanation: "varattu: Aino K." },
          { time: "11:00", label: "11.00", state: "taken", explanation: "varattu: P-114" },
          { time: "13:00", label: "13.00", state: "certain", explanation: "varma, vain sinä jaat" },
          { time: "13:45", label: "13.45", state: "certain", explanation: "varma, vain sinä jaat" },
          { time: "14:30", label: "14.30", state: "free" },
          { time: "15:15", label: "15.15", state: "free" },
          { time: "16:00", label: "16.00", state: "taken", explanation: "varattu: Veikko" },
          { time: "16:30", label: "16.30", state: "free" },
        ]}
        hint="Varmat ajat: vain sinä jaat näitä, vaikka yhteyttä ei ole."
        value={time()}
        onChange={setTime}
        otherLabel="Muu aika"
        otherError="Kirjoita aika muodossa 13.30."
      />
      <SummaryRow
        title={`Koulutusneuvonta, ${length()} min, suomi`}
        subtitle="kuten edellinen varaus"
        openLabel="Muuta"
        closeLabel="Valmis"
      >
        <ChoiceChips
          label="Kesto"
          options={["30", "45", "60", "90"].map((value) => ({ value, label: `${value} min` }))}
          value={length()}
          onChange={setLength}
        />
      </SummaryRow>
      <Tabs
        label="Asiakkaan tiedot"
        tabs={[
          { value: "notes", label: "Muistiinpanot" },
          { value: "path", label: "Polku" },
        ]}
        value={tab()}
        onChange={setTab}
      >
        {tab() === "notes" ? <p>Haluaa kokeilla ennen hakua.</p> : <p>Kohtasi ständillä.</p>}
      </Tabs>
    </>
  );
}
