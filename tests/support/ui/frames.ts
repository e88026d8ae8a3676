/*
 * Pictures come at once in tests: as soon as whatever was asked for before is done, and not at the next sixtieth of a second. What a
 * screen leaves until after its first picture is then there by a person's second press, on a fast machine as on a slow one.
 */
globalThis.requestAnimationFrame = (draw) => Number(setTimeout(() => draw(performance.now())));
globalThis.cancelAnimationFrame = (frame) => clearTimeout(frame);
