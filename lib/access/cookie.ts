/** Name of the one session cookie; `__Host-` binds it to https, this host and the path `/`. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-rotonde-session' : 'rotonde-session'
}
