import type { ComponentChildren, JSX, Ref } from 'preact';

export interface SectionHeadingProps {
  /** Of the heading, which names the section. */
  id: string;
  text: string;
  /** For a section whose heading takes the focus when what had it is gone. */
  heading?: Ref<HTMLHeadingElement>;
  /** What stands beside it: a status, a note. */
  children: ComponentChildren;
}

/** The heading of a section with its state. */
export function SectionHeading({ id, text, heading, children }: SectionHeadingProps): JSX.Element {
  return (
    <div class="heading-row">
      <h2 id={id} {...(heading && { ref: heading, tabIndex: -1 })}>
        {text}
      </h2>
      {children}
    </div>
  );
}
