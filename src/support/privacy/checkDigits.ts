/** The digits of a number, without what is written between them. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** IBAN (ISO 13616): remainder 1 by 97, letters counting from 10. Takes capitals without spaces. */
export function isIban(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Payment cards (ISO/IEC 7812, Luhn): every second digit from the right counts double. */
export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Belgian national register: 97 minus the remainder; those born from 2000 on have a 2 in front. */
export function isBelgianNumber(digits: string): boolean {
  const check = Number(digits.slice(9));
  return ['', '2'].some((century) => 97 - (Number(century + digits.slice(0, 9)) % 97) === check);
}

/** French social security: 97 minus the remainder; Corsica's 2A and 2B count as 19 and 18. */
export function isFrenchNumber(number: string): boolean {
  const digits = number.replace('2A', '19').replace('2B', '18');
  return 97 - (Number(digits.slice(0, 13)) % 97) === Number(digits.slice(13));
}

/** Spanish DNI and NIE: the remainder by 23 names the letter; X, Y and Z count as 0, 1 and 2. */
export function isSpanishNumber(number: string): boolean {
  const digits = number.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === number.at(-1);
}

/** Dutch BSN: the "eleven test", in which the last digit counts as minus one. */
export function isDutchNumber(digits: string): boolean {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0 && Number(digits) > 0;
}

/** German tax identification number (ISO 7064, MOD 11,10). */
export function isGermanNumber(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
}

/** Luxembourg: the twelfth digit is Luhn's; the thirteenth, Verhoeff's, is not looked at. */
export function isLuxembourgNumber(digits: string): boolean {
  return isLuhn(digits.slice(0, 12));
}
