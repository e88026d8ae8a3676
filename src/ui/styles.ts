import "virtual:fi-tokens.css";
import "./font.css";
import "./tokens.css";
import "./base.css";
