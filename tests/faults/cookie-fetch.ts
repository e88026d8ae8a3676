/** A `fetch` that keeps the session's cookie and says where it comes from, as that of a page in a browser does. */
export const makeCookieFetch = (origin: string): typeof fetch => {
  let cookie = "";
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("origin", origin);
    if (cookie !== "") headers.set("cookie", cookie);
    const response = await fetch(input, { ...init, headers });
    const [pair] = (response.headers.getSetCookie()[0] ?? "").split(";");
    if (pair !== undefined && pair !== "") cookie = pair;
    return response;
  };
};
