// Next runs this file in the browser before anything of a page is brought to life (its name is Next's own).
import { loadEarly } from '@/components/board/loadEarly'

loadEarly()
