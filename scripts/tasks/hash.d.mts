export function buildHash(root: string): string
export function serverHash(root: string): string
export function installHash(root: string): string
