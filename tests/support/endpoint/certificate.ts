/**
 * A certificate for `kalenteri.example`, `toinen.example` and `sisalla.example`, good until 2126, and its key: for servers that
 * tests run for themselves. Nothing trusts it that is not told to.
 */
export const testCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKzkYguc+5iKeI2Y/
D71Jxc4zwIg8kcJYiY8xwpCuBwOhRANCAASTePqsJ8bxKx34nHBDZMkvG5ei2+b+
8IieeOlKaA6NXs8UnXy0yhHxudk9rk9qqfLmdOFAvr12UkBE9HMQ0Ddw
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIB0DCCAXagAwIBAgIURbdCva3epMpoxLsKcJOOQC28HR0wCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRa2FsZW50ZXJpLmV4YW1wbGUwIBcNMjYxMTIyMTEwNDQzWhgP
MjEyNjEwMjkxMTA0NDNaMBwxGjAYBgNVBAMMEWthbGVudGVyaS5leGFtcGxlMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEk3j6rCfG8Ssd+JxwQ2TJLxuXotvm/vCI
nnjpSmgOjV7PFJ18tMoR8bnZPa5Paqny5nThQL69dlJARPRzENA3cKOBkzCBkDAd
BgNVHQ4EFgQUkL8vXQfHcqGBK5mKVxNjBj8psVYwHwYDVR0jBBgwFoAUkL8vXQfH
cqGBK5mKVxNjBj8psVYwDwYDVR0TAQH/BAUwAwEB/zA9BgNVHREENjA0ghFrYWxl
bnRlcmkuZXhhbXBsZYIOdG9pbmVuLmV4YW1wbGWCD3Npc2FsbGEuZXhhbXBsZTAK
BggqhkjOPQQDAgNIADBFAiEA0mUoV6adtJtWDLW2TCVO0ypbmiNkJm18X9dJrVU7
mDACIC5z2IDkY0J+vHsuLn8F7kYbbqCNm0KUXz3A9r9YncHe
-----END CERTIFICATE-----`,
};
