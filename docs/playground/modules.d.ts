/** The JSON Schema of a cycle, which the build makes from the sources. */
declare module 'virtual:cycle-schema' {
  const schema: object;
  export default schema;
}
