import { configure } from "@solidjs/testing-library";

/*
 * How long a test waits for what a screen is about to show. It ends what never comes and says nothing about speed: a save that
 * seals and stores takes more than the usual second on a machine that is busy with something else.
 */
configure({ asyncUtilTimeout: 10_000 });
