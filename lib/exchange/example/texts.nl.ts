import type { ExampleWords } from './types'

/** The invented family in Dutch (B1). Nobody in it exists, nor do the organisations. */
export const nl: ExampleWords = {
  title: 'Fenna en de werkplaats',
  question: 'Hoe kwam het dat we zo lang óver Fenna praatten, en wat helpt haar nu verder?',
  people: {
    fenna: { name: 'Fenna', role: '' },
    mees: { name: 'Mees', role: 'broertje' },
    rianne: { name: 'Rianne', role: 'moeder' },
    ruben: { name: 'Ruben', role: 'vader' },
    hetty: { name: 'Oma Hetty', role: 'oma' },
    wim: { name: 'Opa Wim', role: 'opa' },
    karim: { name: 'Karim', role: 'buurman van oma' },
    anouk: { name: 'Juf Anouk', role: 'leerkracht' },
    judith: { name: 'Judith', role: 'behandelaar' },
    patrick: { name: 'Patrick', role: 'gezinswerker' },
  },
  organisations: {
    school: { name: 'Basisschool De Kersenpit', kind: 'school' },
    team: { name: 'Wijkteam Achterlinde', kind: 'wijkteam' },
    practice: { name: 'Jeugdpraktijk Tussenwater', kind: 'behandeling' },
  },
  events: {
    house: {
      title: 'Het huis boven de fietsenwinkel',
      description: 'Drie kamers en een plat dak. Fenna en Mees leerden er fietsen.',
      said: 'van rond 2008 tot november 2018',
      takes: {},
    },
    together: {
      title: 'Rianne en Ruben gaan samenwonen',
      description:
        'Een klein huis boven een fietsenwinkel in Zutphen. Ruben is bakker, Rianne werkt in de thuiszorg.',
      said: 'rond 2008',
      takes: { rianne: 'We hadden weinig. Maar we hadden het goed.' },
    },
    fenna: {
      title: 'Fenna wordt geboren',
      description: '',
      said: '9 april 2011',
      takes: { hetty: 'Ze keek meteen om zich heen. Dat doet ze nog steeds.' },
    },
    mees: { title: 'Mees wordt geboren', description: '', said: 'zomer 2014', takes: {} },
    grandpa: {
      title: 'Opa Wim overlijdt',
      description: 'Elke zaterdag ging Fenna met hem mee naar de volkstuin.',
      said: 'volgens oma in 2015',
      takes: {
        fenna: 'Over opa praat bij ons niemand meer.',
        rianne: 'Ik kon het niet. Ik moest door.',
      },
    },
    bakery: {
      title: 'De bakkerij sluit en Ruben zit thuis',
      description: 'Er komt minder geld binnen. De rekeningen blijven liggen.',
      said: 'oktober 2016',
      takes: { ruben: 'Ik schaamde me. Ik ging nog elke nacht om drie uur mijn bed uit.' },
    },
    debts: {
      title: 'Het wijkteam helpt met de schulden',
      description: 'Eerst komt er iemand voor het geld. Daarna iemand voor de opvoeding.',
      said: 'van ongeveer 2017 tot juni 2018',
      takes: {
        patrick: 'Het geld kwam op orde. Hoe het met de kinderen ging, hebben we niet gevraagd.',
        rianne: 'Er kwam lucht. Maar ik moest mijn verhaal elke keer opnieuw vertellen.',
      },
    },
    apart: {
      title: 'Rianne en Ruben gaan uit elkaar',
      description: 'Ruben verhuist naar Deventer. Fenna en Mees zijn om het weekend bij hem.',
      said: 'november 2018',
      takes: {
        fenna: 'Niemand zei hoe het verder ging.',
        ruben: 'Ik dacht dat de kinderen liever rust hadden dan uitleg.',
      },
    },
    ask: {
      title: 'Kan iemand ook eens met mij praten?',
      description: 'Fenna vraagt het aan de juf en aan haar moeder.',
      said: 'voor 2020',
      takes: { fenna: 'Ze zeiden allebei: straks. Toen heb ik het niet meer gevraagd.' },
    },
    talk: {
      title: 'School en wijkteam praten over Fenna',
      description: 'Fenna is stil in de klas en vaak ziek. Rianne hoort een week later van het gesprek.',
      said: 'september 2019',
      takes: {
        anouk: 'Ik wilde het goed doen. Ik had Rianne gewoon moeten bellen.',
        rianne: 'Ik voelde me een probleem waar anderen over praten.',
      },
    },
    home: {
      title: 'Iedereen thuis, en dat was rustig',
      description: 'De scholen zijn dicht. Fenna en Mees krijgen les aan de keukentafel.',
      said: 'van maart tot juni 2020',
      takes: {
        fenna: 'Ik mocht om tien uur beginnen. Mees en ik bouwden een hut.',
        rianne: 'Fenna lachte weer. En ik was ’s avonds kapot.',
      },
    },
    gap: {
      title: 'Wat gebeurde er in dit jaar?',
      description: 'Hier hebben we nog geen verhaal over. De school heeft weinig opgeschreven.',
      said: 'ongeveer een jaar, na de zomer van 2020',
      takes: {},
    },
    roundabout: {
      title: 'Fenna gaat niet meer naar school. Wat nu?',
      description: 'School en wijkteam zitten bij Rianne aan tafel. Er is haast: de leerplicht belt.',
      said: 'oktober 2021',
      takes: {
        fenna: 'Ik was niet ziek. Ik was moe.',
        patrick: 'We zagen maar één weg. Er was een wachtlijst, dus we meldden haar snel aan.',
        hetty: 'Bij mij was plek genoeg. Mij heeft niemand gebeld.',
      },
      now: {
        patrick: 'Ik schrik ervan. Vandaag zou ik eerst bij Fenna gaan zitten.',
      },
      exits: [
        'Aanmelden bij Tussenwater',
        'Eerst rust, een paar dagen per week bij oma',
        'Aan Fenna vragen wat zij nodig heeft',
        'Eén vaste persoon voor het hele gezin',
      ],
    },
    silent: {
      title: 'Twaalf gesprekken, bijna zonder woorden',
      description: 'Fenna komt bij Judith. Meestal kijkt ze naar buiten.',
      said: 'rond het voorjaar van 2022',
      takes: {
        judith: 'Ik wist niet meer wat ik haar kon bieden. Dat durfde ik niet te zeggen.',
        fenna: 'Ze vroeg steeds wat ik voelde. Dat wist ik gewoon niet.',
      },
    },
    one: {
      title: 'Eén iemand, in plaats van vijf',
      description: 'Rianne heeft dit vaker gezegd. Wanneer voor het eerst, weet ze niet meer.',
      said: 'weten we niet',
      takes: { rianne: 'Ik wilde iemand die bleef. Ook als het even niet lukte.' },
    },
    workshop: {
      title: 'Oma vraagt of Fenna bij Karim mag helpen',
      description: 'Karim maakt fietsen in zijn schuur, naast het huis van oma.',
      said: 'ergens tussen september en december 2022',
      takes: {
        karim: 'Ik heb niets gevraagd. Ik gaf haar een bandenlichter.',
        fenna: 'Als je iets maakt, gaat praten vanzelf.',
        hetty: 'Op de terugweg vertelde ze over opa. Voor het eerst.',
      },
    },
    stop: {
      title: 'Tussenwater stopt met de behandeling',
      description: 'Fenna kwam te weinig. Wie het overneemt, is niet afgesproken.',
      said: 'mei 2023',
      takes: {
        judith: 'Zo waren de regels. Ik was het er niet mee eens en ik tekende toch.',
        rianne: 'We stonden weer alleen.',
      },
    },
    wednesdays: {
      title: 'Elke woensdag in de werkplaats',
      description:
        'Fenna gaat weer naar school, met een rooster dat past. De woensdagmiddag is voor de fietsen.',
      said: 'sinds september 2023',
      takes: {
        mees: 'Ze heeft mijn fiets gemaakt. Helemaal zelf!',
        ruben: 'Ik breng haar nu en dan. Dan neem ik brood mee en blijf ik even.',
      },
    },
    table: {
      title: 'Voor het eerst iedereen aan één tafel',
      description: 'Fenna kiest de plek: de werkplaats. Er is thee, en brood van Ruben.',
      said: 'voorjaar 2025',
      takes: {
        fenna: 'Ik zat naast Karim. Ik heb alles gezegd wat op mijn briefje stond.',
        patrick: 'Ik had een plan bij me. Dat heb ik in mijn tas gelaten.',
        anouk: 'Het werd lang stil. Dat was goed.',
      },
    },
    plan: {
      title: 'Eén plan, en Fenna kiest haar vaste persoon',
      description: 'Fenna kiest Patrick. De anderen spreken af dat ze eerst hem bellen.',
      said: '3 februari 2026',
      takes: {
        fenna: 'Hij luistert eerst. En hij komt op de fiets.',
        rianne: 'Ik hoef niet meer alles te onthouden.',
      },
    },
    dream: {
      title: 'Een eigen werkplaats, waar iedereen gewoon langskomt',
      description: 'Met een tafel erin. En een foto van opa aan de muur.',
      said: 'later',
      takes: { fenna: 'Papa mag het brood doen.' },
    },
  },
  said: {
    meesBirth: 'zomer 2014',
    rianneBirth: 'rond 1984',
    karimBirth: 'rond 1965',
    wimDeath: 'volgens oma in 2015',
    together: 'rond 2008',
    apart: 'november 2018',
    sinceApart: 'sinds november 2018',
  },
  households: { rianne: 'Bij Rianne', ruben: 'Bij Ruben' },
  relations: {
    parents: 'Ze praten vooral via Fenna.',
    siblings: 'Samen een hut bouwen lukt altijd.',
    father: 'Ze bakken samen, ook als ze weinig zeggen.',
    grandma: 'Bij oma mag het stil zijn.',
    care: 'Oma past op en kookt op dinsdag.',
    neighbour: 'Hij vraagt weinig en is er altijd.',
    helpers: 'Ze horen van elkaar via Rianne.',
  },
  threads: {
    asking: 'Wie vraagt het aan Fenna?',
    hands: 'Iets met je handen doen',
    new: 'Weer iemand nieuws',
  },
  notes: {
    see: 'Drie keer wordt er over Fenna gepraat, terwijl zij er niet bij is.',
    feel: 'Het raakt ons dat oma er al die tijd was.',
  },
}
