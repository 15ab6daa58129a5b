import type { ExampleWords } from './types'

/** The invented family in English. Nobody in it exists, nor do the organisations. */
export const en: ExampleWords = {
  title: 'Fenna and the workshop',
  question: 'How did we come to talk about Fenna for so long, and what helps her now?',
  people: {
    fenna: { name: 'Fenna', role: '' },
    mees: { name: 'Mees', role: 'little brother' },
    rianne: { name: 'Rianne', role: 'mother' },
    ruben: { name: 'Ruben', role: 'father' },
    hetty: { name: 'Grandma Hetty', role: 'grandmother' },
    wim: { name: 'Grandpa Wim', role: 'grandfather' },
    karim: { name: 'Karim', role: 'Grandma’s neighbour' },
    anouk: { name: 'Miss Anouk', role: 'teacher' },
    judith: { name: 'Judith', role: 'therapist' },
    patrick: { name: 'Patrick', role: 'family worker' },
  },
  organisations: {
    school: { name: 'De Kersenpit primary school', kind: 'school' },
    team: { name: 'Achterlinde neighbourhood team', kind: 'neighbourhood team' },
    practice: { name: 'Tussenwater youth practice', kind: 'treatment' },
  },
  events: {
    house: {
      title: 'The house above the bicycle shop',
      description: 'Three rooms and a flat roof. Fenna and Mees learned to cycle there.',
      said: 'from around 2008 until November 2018',
      takes: {},
    },
    together: {
      title: 'Rianne and Ruben move in together',
      description:
        'A small place above a bicycle shop in Zutphen. Ruben is a baker, Rianne works in home care.',
      said: 'around 2008',
      takes: { rianne: 'We had little. But we were happy.' },
    },
    fenna: {
      title: 'Fenna is born',
      description: '',
      said: '9 April 2011',
      takes: { hetty: 'She looked around right away. She still does.' },
    },
    mees: { title: 'Mees is born', description: '', said: 'summer 2014', takes: {} },
    grandpa: {
      title: 'Grandpa Wim dies',
      description: 'Every Saturday Fenna went with him to the allotment.',
      said: 'in 2015, Grandma says',
      takes: {
        fenna: 'Nobody at home talks about Grandpa any more.',
        rianne: 'I couldn’t. I had to keep going.',
      },
    },
    bakery: {
      title: 'The bakery closes and Ruben is at home',
      description: 'There is less money. The bills are left lying.',
      said: 'October 2016',
      takes: { ruben: 'I was ashamed. I still got up at three every night.' },
    },
    debts: {
      title: 'The neighbourhood team helps with the debts',
      description: 'First somebody comes about the money. Then somebody about bringing up the children.',
      said: 'from about 2017 to June 2018',
      takes: {
        patrick: 'The money got sorted out. We did not ask how the children were.',
        rianne: 'We could breathe again. But every time I had to tell my story anew.',
      },
    },
    apart: {
      title: 'Rianne and Ruben separate',
      description: 'Ruben moves to Deventer. Fenna and Mees stay with him every other weekend.',
      said: 'November 2018',
      takes: {
        fenna: 'Nobody said what would happen next.',
        ruben: 'I thought the children wanted peace more than explanations.',
      },
    },
    ask: {
      title: 'Can somebody talk with me for once?',
      description: 'Fenna asks her teacher, and her mother.',
      said: 'before 2020',
      takes: { fenna: 'They both said: later. So I stopped asking.' },
    },
    talk: {
      title: 'School and neighbourhood team talk about Fenna',
      description: 'Fenna is quiet in class and often ill. Rianne hears about the talk a week later.',
      said: 'September 2019',
      takes: {
        anouk: 'I wanted to do it right. I should simply have called Rianne.',
        rianne: 'I felt like a problem that others talk about.',
      },
    },
    home: {
      title: 'Everybody at home, and it was calm',
      description: 'The schools are closed. Fenna and Mees have lessons at the kitchen table.',
      said: 'from March to June 2020',
      takes: {
        fenna: 'I could start at ten. Mees and I built a den.',
        rianne: 'Fenna laughed again. And I was worn out by night.',
      },
    },
    gap: {
      title: 'What happened in this year?',
      description: 'We have no story about this yet. The school wrote down very little.',
      said: 'about a year, after the summer of 2020',
      takes: {},
    },
    roundabout: {
      title: 'Fenna no longer goes to school. What now?',
      description:
        'School and neighbourhood team sit at Rianne’s table. There is a rush: the attendance officer calls.',
      said: 'October 2021',
      takes: {
        fenna: 'I was not ill. I was tired.',
        patrick: 'We saw only one way. There was a waiting list, so we put her name down quickly.',
        hetty: 'I had plenty of room. Nobody called me.',
      },
      now: {
        patrick: 'It gives me a start. Today I would sit down with Fenna first.',
      },
      exits: [
        'Sign up with Tussenwater',
        'Rest first, a few days a week at Grandma’s',
        'Ask Fenna what she needs',
        'One steady person for the whole family',
      ],
    },
    silent: {
      title: 'Twelve talks with hardly a word',
      description: 'Fenna comes to see Judith. Mostly she looks out of the window.',
      said: 'around spring 2022',
      takes: {
        judith: 'I no longer knew what I could offer her. I did not dare to say so.',
        fenna: 'She kept asking what I felt. I just didn’t know.',
      },
    },
    one: {
      title: 'One person instead of five',
      description: 'Rianne said this more than once. She does not remember when she first did.',
      said: 'we don’t know',
      takes: { rianne: 'I wanted somebody who stayed. Even when things did not work out for a while.' },
    },
    workshop: {
      title: 'Grandma asks whether Fenna can help Karim',
      description: 'Karim mends bicycles in his shed, next to Grandma’s house.',
      said: 'sometime between September and December 2022',
      takes: {
        karim: 'I asked nothing. I handed her a tyre lever.',
        fenna: 'When you make something, talking comes by itself.',
        hetty: 'On the way back she spoke about Grandpa. For the first time.',
      },
    },
    stop: {
      title: 'Tussenwater ends the treatment',
      description: 'Fenna did not come often enough. Nobody agreed who would take over.',
      said: 'May 2023',
      takes: {
        judith: 'Those were the rules. I did not agree, and I signed all the same.',
        rianne: 'We were on our own again.',
      },
    },
    wednesdays: {
      title: 'Every Wednesday in the workshop',
      description:
        'Fenna goes to school again, with hours that suit her. Wednesday afternoon is for the bicycles.',
      said: 'since September 2023',
      takes: {
        mees: 'She mended my bike. All by herself!',
        ruben: 'I take her there now and then. I bring bread and stay for a while.',
      },
    },
    table: {
      title: 'Everybody at one table for the first time',
      description: 'Fenna chooses the place: the workshop. There is tea, and Ruben’s bread.',
      said: 'spring 2025',
      takes: {
        fenna: 'I sat next to Karim. I said everything that was on my note.',
        patrick: 'I had a plan with me. I left it in my bag.',
        anouk: 'It went quiet for a long time. That was good.',
      },
    },
    plan: {
      title: 'One plan, and Fenna chooses her steady person',
      description: 'Fenna chooses Patrick. The others agree to call him first.',
      said: '3 February 2026',
      takes: {
        fenna: 'He listens first. And he comes by bike.',
        rianne: 'I no longer have to remember everything.',
      },
    },
    dream: {
      title: 'A workshop of my own, where everybody just drops by',
      description: 'With a table in it. And a photo of Grandpa on the wall.',
      said: 'later',
      takes: { fenna: 'Dad can do the bread.' },
    },
  },
  said: {
    meesBirth: 'summer 2014',
    rianneBirth: 'around 1984',
    karimBirth: 'around 1965',
    wimDeath: 'in 2015, Grandma says',
    together: 'around 2008',
    apart: 'November 2018',
    sinceApart: 'since November 2018',
  },
  households: { rianne: 'With Rianne', ruben: 'With Ruben' },
  relations: {
    parents: 'They talk mostly through Fenna.',
    siblings: 'Building a den together always works.',
    father: 'They bake together, even when they say little.',
    grandma: 'At Grandma’s it may be quiet.',
    care: 'Grandma looks after the children and cooks on Tuesdays.',
    neighbour: 'He asks little and is always there.',
    helpers: 'They hear about each other through Rianne.',
  },
  threads: { asking: 'Who asks Fenna?', hands: 'Doing something with your hands', new: 'Somebody new again' },
  notes: {
    see: 'Three times people talk about Fenna while she is not there.',
    feel: 'It touches us that Grandma was there all along.',
  },
}
