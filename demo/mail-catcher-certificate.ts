/**
 * A self-signed certificate for `localhost` and its published key, valid for a hundred years. For the mail catcher of
 * the demo and the tests only, which listen on this machine alone: it protects nothing.
 */
export const mailCatcherCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGu+4NBfci/OOTyCh
uqUyXKZT2ChSaW/6m7ZlLE30C7ShRANCAAR9astbxb4xo4VKvolRYlAux8YQB5eC
uxvnGr2WmnY+iuMqRpZPakUWraGaEgIvGSeCllEhv1pmGx4S9mcuzIqk
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUb08xqJL/Gfm02xkW78QmM9PuBeMwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzA2MDIwOFoYDzIxMjYxMDMw
MDYwMjA4WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAR9astbxb4xo4VKvolRYlAux8YQB5eCuxvnGr2WmnY+iuMqRpZPakUW
raGaEgIvGSeCllEhv1pmGx4S9mcuzIqko28wbTAdBgNVHQ4EFgQU48/WyoWvQfLV
FZmyqk47UIx8+IQwHwYDVR0jBBgwFoAU48/WyoWvQfLVFZmyqk47UIx8+IQwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgLmgHm/U58PlJ0nj1UlvK3Kmn5+BIR8GWM9KnRa0jVqoCIBQS
KybJ28Dw2pwj7nI2k4F4yeWT9AqQveXYI3tHusqq
-----END CERTIFICATE-----
`,
} as const;
