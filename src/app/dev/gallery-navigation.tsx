import Calendar from "lucide-solid/icons/calendar";
import ListChecks from "lucide-solid/icons/list-checks";
import Network from "lucide-solid/icons/network";
import Sun from "lucide-solid/icons/sun";
import Waypoints from "lucide-solid/icons/waypoints";
import { StatusLine } from "#ui/status-line.tsx";
import { TabBar } from "#ui/tab-bar.tsx";

export function GalleryNavigation() {
  return (
    <TabBar
      label="Päävalikko"
      railHead={<strong>Katve</strong>}
      railFoot={<StatusLine tone="waiting" text="3 lähettämättä – ei yhteyttä" />}
      items={[
        { href: "#tanaan", label: "Tänään", icon: Sun, current: true },
        { href: "#ajat", label: "Ajat", icon: Calendar },
        { href: "#polut", label: "Polut", icon: Waypoints },
        { href: "#tapahtumat", label: "Tapahtumat", icon: ListChecks },
        { href: "#verkosto", label: "Verkosto", icon: Network },
      ]}
    />
  );
}
