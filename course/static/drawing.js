// Drawings made of lines and boxes, and the types of recurrent network as such.

/** Make an element of a drawing; its namespace is taken from a drawing itself. */
export function drawing(tag, attributes, ...children) {
  const template = document.createElement("template");
  template.innerHTML = "<svg></svg>";
  const made = document.createElementNS(template.content.firstChild.namespaceURI, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
