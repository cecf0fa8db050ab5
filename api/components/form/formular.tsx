import type { ComponentChildren, VNode } from 'preact';

export interface FormularProps {
  /** Address that takes the form; `''` posts to the page's own. */
  action: string;
  /** Session's CSRF token, posted as `_csrf`. */
  csrf: string;
  /** Id of the decision, posted as `beslutId`: the same form sent twice is one decision. */
  beslutId?: string;
  /** More hidden values. */
  hidden?: Readonly<Record<string, string>>;
  /** For forms with attachments. */
  multipart?: boolean;
  id?: string;
  children: ComponentChildren;
}

/** A form that changes something. The browser's own checks are off: ours are in Swedish and beside the field. */
export function Formular({ action, csrf, beslutId, hidden = {}, multipart, id, children }: FormularProps): VNode {
  return (
    <form
      class="formular"
      id={id}
      method="post"
      action={action || undefined}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      <input type="hidden" name="_csrf" value={csrf} />
      {beslutId && <input type="hidden" name="beslutId" value={beslutId} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {children}
    </form>
  );
}

/** A form that only asks: filters and search above a list. Sent with GET, so that the answer has an address. */
export function Filterrad({
  action,
  etikett,
  children,
}: {
  action: string;
  etikett: string;
  children: ComponentChildren;
}): VNode {
  return (
    <search aria-label={etikett}>
      <form class="filterrad" method="get" action={action} novalidate>
        {children}
      </form>
    </search>
  );
}
