import Plus from "lucide-solid/icons/plus";
import Share from "lucide-solid/icons/share-2";
import { createSignal } from "solid-js";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Card } from "#ui/card.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Notice } from "#ui/notice.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { Stack } from "#ui/stack.tsx";
import { StatusLine } from "#ui/status-line.tsx";
import { TextField } from "#ui/text-field.tsx";
import type { Toasts } from "#ui/toasts.ts";

export function StatesPart(props: { readonly toasts: Toasts }) {
  const [sheet, setSheet] = createSignal(false);
  const [asking, setAsking] = createSignal(false);
  const [note, setNote] = createSignal("");
  return (
    <>
      <Button kind="primary" wide icon={<Plus />}>
        Varaa aika
      </Button>
      <Stack gap="tight">
        <Button kind="primary">Tallenna</Button>
        <Button kind="primary" busy busyLabel="Tallennetaan">
          Tallenna
        </Button>
        <Button onClick={() => setSheet(true)}>Avaa ikkuna</Button>
        <Button kind="danger" onClick={() => setAsking(true)}>
          Poista muistiinpano
        </Button>
        <Button kind="quiet" onClick={() => props.toasts.show(undoable)}>
          Näytä viesti
        </Button>
        <Button disabled>Ei käytettävissä</Button>
        <ButtonLink href="#ohje">Linkki painikkeena</ButtonLink>
        <div>
          <IconButton label="Jaa">
            <Share />
          </IconButton>
          <IconButton label="Jaa (valittu)" pressed>
            <Share />
          </IconButton>
        </div>
      </Stack>
      <Card>
        <Badge tone="certain">sovittu</Badge> <Badge tone="waiting">odottaa vahvistusta</Badge>{" "}
        <Badge tone="broken">polku katkolla</Badge> <Badge tone="info">koulutusneuvonta</Badge>{" "}
        <Badge>selkokieli</Badge>
      </Card>
      <Stack gap="tight">
        <StatusLine tone="certain" text="Kaikki tallessa ja lähetetty 12.41" />
        <StatusLine
          tone="waiting"
          text="3 lähettämättä – ei yhteyttä"
          action={{ label: "Yritä nyt", run: () => undefined }}
        />
        <StatusLine tone="broken" text="Tallennus ei onnistunut" />
        <StatusLine text="Lukittu" />
      </Stack>
      <Notice title="Uusi versio on valmiina" action={<Button kind="quiet">Ota käyttöön</Button>}>
        Se vaihtuu, kun suljet ohjelman.
      </Notice>
      <Notice tone="certain">Varmuuskopio tehty 26.11. klo 9.12.</Notice>
      <Notice tone="waiting" title="Päällekkäinen aika">
        Samalle ajalle on toinen varaus: 13.00–13.45.
      </Notice>
      <Notice tone="broken" title="Tallennus ei onnistunut">
        Teksti on yhä tässä näytöllä. Älä sulje sivua.
      </Notice>
      <ProgressBar label="Tapahtuman tehtävät" value={7} max={12} text="7 / 12" />
      <ProgressBar label="Haetaan tietoja" max={1} />

      <Dialog
        open={sheet()}
        onClose={() => setSheet(false)}
        title="Lisää muistiinpano"
        description="Näkyy tiimillesi."
        closeLabel="Sulje"
        footer={
          <Button kind="primary" onClick={() => setSheet(false)}>
            Tallenna muistiinpano
          </Button>
        }
      >
        <TextField label="Muistiinpano" value={note()} onInput={setNote} />
      </Dialog>
      <ConfirmDialog
        open={asking()}
        title="Poistetaanko muistiinpano?"
        text="Sitä ei voi palauttaa."
        confirmLabel="Poista muistiinpano"
        cancelLabel="Peru"
        danger
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}

const undoable = {
  text: "Varaus poistettiin.",
  tone: "info",
  action: { label: "Kumoa", run: () => undefined },
} as const;
