/** XML that is put inside other XML, or given to Word as the XML of a node, must not begin with a declaration. */
export function withoutDeclaration(xml: string): string {
  return xml.replace(/^\uFEFF?<\?xml[^>]{0,200}\?>\s*/, "");
}
