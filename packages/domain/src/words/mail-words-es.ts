import type { MemberRole } from '../account/member.ts';
import type { MailedChange } from './mail-kinds.ts';
import type { MailWords } from './mail-words.ts';

/** The words of the mails in Spanish. */
export const es: MailWords = {
  invitation: ({ place, by, role, link, until }) => {
    const as: Readonly<Record<MemberRole, string>> = {
      company_admin: 'administrador de la empresa',
      dealer_admin: 'administrador',
      dealer_user: 'usuario',
    };
    return {
      subject: `Invitación a ${place} en Keyholder`,
      paragraphs: [
        `${by ?? 'Alguien'} le invita a trabajar para ${place} en Keyholder, como ${as[role]}.`,
        `Acepte la invitación aquí:\n${link}`,
        `Se puede aceptar hasta el ${until}. Si no sabe de qué se trata, no haga nada con este correo.`,
      ],
    };
  },
  newPassword: (link) => ({
    subject: 'Elija una nueva contraseña de Keyholder',
    paragraphs: [
      'Alguien, probablemente usted, pidió una nueva contraseña para esta dirección en Keyholder.',
      `Elíjala aquí, en el plazo de una hora:\n${link}`,
      'Si no fue usted, no haga nada con este correo: su contraseña sigue siendo la misma.',
    ],
  }),
  newAddress: (link) => ({
    subject: 'Confirme su nueva dirección de correo para Keyholder',
    paragraphs: [
      'Usted pidió que Keyholder use esta dirección a partir de ahora.',
      `Confírmela aquí, en el plazo de una hora:\n${link}`,
      'Si no fue usted, no haga nada con este correo.',
    ],
  }),
  addressChange: (newEmail, link) => ({
    subject: '¿Es esta su nueva dirección de correo para Keyholder?',
    paragraphs: [
      `Alguien que ha iniciado sesión como usted quiere que Keyholder use ${newEmail} en lugar de esta dirección.`,
      `Si fue usted, dígalo aquí, en el plazo de una hora; después la nueva dirección también recibe un correo:\n${link}`,
      'Si no fue usted, no haga nada con este correo, inicie sesión y elija una nueva contraseña: eso cierra todas las demás sesiones.',
    ],
  }),
  accountChanged: (change) => {
    const what: Readonly<Record<MailedChange, string>> = {
      'account.password_changed': 'Se cambió su contraseña.',
      'account.password_reset': 'Se cambió su contraseña con el enlace de un correo.',
      'account.second_factor_begun': 'Se está configurando un segundo factor para su cuenta.',
      'account.second_factor_removed': 'Se quitó el segundo factor de su cuenta.',
      'account.backup_codes_renewed': 'Su cuenta tiene nuevos códigos de respaldo.',
      'account.backup_code_used': 'Se usó uno de sus códigos de respaldo para iniciar sesión.',
    };
    return {
      subject: 'Su cuenta de Keyholder ha cambiado',
      paragraphs: [
        what[change],
        'Si no fue usted, pida enseguida una nueva contraseña en la página de inicio de sesión: eso cierra todas las sesiones.',
      ],
    };
  },
  caseAnswered: (link) => ({
    subject: 'El soporte de Keyholder ha respondido',
    paragraphs: ['El soporte ha respondido a su pregunta sobre un contacto.', `Léala aquí:\n${link}`],
  }),
  webhookDisabled: ({ name, url, link }) => ({
    subject: 'Se desactivó un webhook',
    paragraphs: [
      `El webhook «${name}» no ha aceptado nada durante tres días y se desactivó:\n${url}`,
      `No se pierde nada: cuando funcione, actívelo y reenvíe lo abandonado, o lea el historial de eventos.\n${link}`,
    ],
  }),
};
