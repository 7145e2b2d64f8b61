import type { MatchSettings, TrainingData } from '../../src/matching/types.js';

/** A few topics in three languages: enough to learn from in a moment. */
export const smallContent: TrainingData = {
  languages: ['en', 'fr', 'de'],
  topics: [
    {
      id: 'account-locked',
      phrases: {
        en: [
          'my account is locked',
          'account blocked after too many wrong passwords',
          'EU Login says my account is locked',
          'I am locked out, how long must I wait',
          'how do I unlock my account',
          'blocked after five attempts',
        ],
        fr: [
          'mon compte est bloqué',
          'compte verrouillé après trop d’essais',
          'comment débloquer mon compte',
          'je suis bloquée, combien de temps attendre',
          'trop de tentatives, tout est bloqué',
        ],
        de: [
          'mein Konto ist gesperrt',
          'Konto blockiert nach zu vielen Versuchen',
          'wie kann ich mein Konto entsperren',
          'gesperrt nach fünf falschen Versuchen',
          'wie lange dauert die Sperre',
        ],
      },
      texts: { en: ['Your account is locked'], fr: [], de: [] },
    },
    {
      id: 'forgotten-password',
      phrases: {
        en: [
          'I forgot my password',
          'I do not remember my password any more',
          'how can I reset the password',
          'lost password, please help',
          'I need a new password',
          'where do I ask for a new password',
        ],
        fr: [
          'j’ai oublié mon mot de passe',
          'mot de passe perdu, que faire',
          'comment réinitialiser le mot de passe',
          'je ne me souviens plus de mon mot de passe',
          'il me faut un nouveau mot de passe',
        ],
        de: [
          'ich habe mein Passwort vergessen',
          'Kennwort vergessen, was nun',
          'wie setze ich das Passwort zurück',
          'ich brauche ein neues Passwort',
          'ich weiß mein Kennwort nicht mehr',
        ],
      },
      texts: { en: ['How to reset a forgotten password'], fr: [], de: [] },
    },
    {
      id: 'no-sms',
      phrases: {
        en: [
          'the text message does not come',
          'I do not receive the SMS with the code',
          'no SMS arrives on my phone',
          'waiting for the text message',
          'why do I get no code by text',
          'the SMS never reaches my mobile',
        ],
        fr: [
          'je ne reçois pas le SMS',
          'le texto n’arrive pas',
          'pas de code par SMS sur mon GSM',
          'j’attends toujours le SMS',
          'aucun message sur mon téléphone',
        ],
        de: [
          'die SMS kommt nicht an',
          'ich bekomme keine SMS mit dem Code',
          'keine Nachricht auf meinem Handy',
          'ich warte auf die SMS',
          'der Code per SMS fehlt',
        ],
      },
      texts: { en: ['The text message does not come'], fr: [], de: [] },
    },
    {
      id: 'greeting',
      phrases: {
        en: ['hello', 'good morning', 'hi there', 'good evening everyone', 'hello bot'],
        fr: ['bonjour', 'bonsoir', 'bonjour à tous', 'salut', 'coucou'],
        de: ['hallo', 'guten Tag', 'guten Morgen', 'servus', 'grüß Gott'],
      },
      texts: { en: [], fr: [], de: [] },
    },
  ],
  none: {
    en: [
      'how much does the insurance pay for glasses',
      'the train to Brussels is late again',
      'see you at the lunch on Friday',
      'my grandson plays football',
      'which bank gives a good rate',
      'the weather is lovely today',
      'who has a recipe for apple cake',
      'my printer needs ink',
    ],
    fr: [
      'quel est le remboursement pour les lunettes',
      'le train a du retard',
      'on se voit vendredi au restaurant',
      'il fait beau aujourd’hui',
      'qui connaît un bon plombier',
      'mon imprimante est en panne',
      'joyeux anniversaire Marie',
    ],
    de: [
      'wie viel zahlt die Kasse für eine Brille',
      'der Zug hat Verspätung',
      'wir sehen uns am Freitag beim Essen',
      'schönes Wetter heute',
      'wer kennt einen guten Zahnarzt',
      'mein Drucker hat keine Tinte',
      'alles Gute zum Geburtstag',
    ],
  },
  lexicon: {
    phone: {
      en: ['phone', 'mobile'],
      fr: ['téléphone', 'GSM', 'portable'],
      de: ['Handy', 'Telefon'],
    },
    'text-message': { en: ['SMS', 'text message', 'text'], fr: ['SMS', 'texto'], de: ['SMS'] },
    password: { en: ['password'], fr: ['mot de passe'], de: ['Passwort', 'Kennwort'] },
    blocked: {
      en: ['locked', 'blocked', 'unlock'],
      fr: ['bloqué', 'verrouillé', 'débloquer'],
      de: ['gesperrt', 'blockiert', 'Sperre', 'entsperren'],
    },
    forget: { en: ['forget', 'forgot'], fr: ['oublier', 'oublié'], de: ['vergessen', 'vergaß'] },
    'and-also': { en: ['and', 'also'], fr: ['et', 'aussi'], de: ['und', 'auch'] },
    'follow-up': {
      en: ["and if that doesn't work", 'still not', 'tried that'],
      fr: ['et si ça ne marche pas', 'toujours pas'],
      de: ['und wenn das nicht geht', 'immer noch nicht'],
    },
  },
};

export const smallSettings: MatchSettings = {
  languages: ['en', 'fr', 'de'],
  defaultLanguage: 'en',
  bands: { answer: 0.6, suggest: 0.2, ambient: 0.8 },
  suggestions: 3,
  ambientMinWords: 4,
  smallTalk: ['greeting'],
};
