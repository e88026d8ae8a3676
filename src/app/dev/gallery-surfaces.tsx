import Sun from "lucide-solid/icons/sun";
import Trash from "lucide-solid/icons/trash";
import { ActionBar } from "#ui/action-bar.tsx";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { Compare } from "#ui/compare.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { MarkButton } from "#ui/mark-button.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { TwoColumns } from "#ui/two-columns.tsx";

export function SurfacesPart() {
  return (
    <>
      <TwoColumns side={<Waiting />}>
        <RowList label="Tänään">
          <ListRow
            href="#aino"
            lead="10.00"
            leadNote="45 min"
            title="Aino K."
            subtitle="Kuhmon kaupungin työpaja, huone 2"
            badges={
              <>
                <Badge tone="certain">sovittu</Badge>
                <Badge tone="info">koulutusneuvonta</Badge>
              </>
            }
          />
          <ListRow
            href="#p114"
            lead="11.00"
            leadNote="60 min"
            title="P-114 ja työpajaohjaaja"
            subtitle="yhteinen tapaaminen · selkokieli"
            badges={<Badge tone="waiting">odottaa vahvistusta</Badge>}
          />
          <ListRow
            lead="13.00"
            leadNote="45 min"
            title="Vapaa"
            tone="quiet"
            trailing={<Button kind="quiet">Varaa tähän</Button>}
          />
        </RowList>
      </TwoColumns>
      <Card>
        <EmptyState
          icon={<Sun />}
          title="Ei aikoja tänään"
          text="Uudet ajat tulevat tähän, kun joku varaa ne."
          action={<Button>Varaa aika</Button>}
        />
      </Card>
      <Card>
        <MarkButton label="Kaksi eri tietoa" about="lisätiedot" onClick={() => undefined} />
        <Compare
          label="Kohta 1/1"
          one={{ title: "Nyt voimassa", note: "Aino K., 9.00", pieces: ride("9") }}
          other={{ title: "Toinen tieto", note: "P-114, 9.05", pieces: ride("10") }}
        />
      </Card>
      <ActionBar>
        <Button kind="primary">Varaa to 26.11. klo 13.00</Button>
      </ActionBar>
    </>
  );
}

const ride = (hour: string) => [
  { text: "Kyyti klo" },
  { text: ` ${hour}`, isDifferent: true },
  { text: " Kuhmosta." },
];

function Waiting() {
  return (
    <>
      <SectionTitle level={3} trailing={<a href="#kaikki">Kaikki</a>}>
        Odottaa sinua
      </SectionTitle>
      <RowList look="joined">
        <ListRow
          onClick={() => undefined}
          title="2 polkua katkolla"
          subtitle="seuraavaa askelta ei ole sovittu"
          tone="broken"
        />
        <ListRow
          href="#asema"
          title="Asemapäivystys ma 30.11."
          subtitle="7 / 12 tehty · esitteet pakkaamatta"
        />
        <ListRow
          title="Vanha luonnos"
          trailing={
            <IconButton label="Poista vanha luonnos">
              <Trash />
            </IconButton>
          }
        />
      </RowList>
    </>
  );
}
