import { readdirSync, readFileSync } from 'node:fs';
import { toJsonSchema } from '@valibot/to-json-schema';
import ts from 'typescript';
import { RESERVED } from '../src/model/copyJson.ts';
import { cycle } from '../src/model/cycle.ts';
import type { Schema } from '../src/model/schema.ts';
import { servicePlan } from '../src/model/servicePlan.ts';
import { satisfactionSurvey } from '../src/model/survey.ts';

interface Node {
  readonly [key: string]: unknown;
}
type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

/**
 * The JSON Schemas the package ships, by file name, built from the schemas that `parseCycle`,
 * `parseServicePlan` and `parseSurvey` read with, with the doc comments of the types as descriptions. They say what the
 * shape is; that ids are unique and declared is for those to check.
 *
 * @param root - the folder of the project
 */
export function jsonSchemas(root: string): { readonly [file: string]: object } {
  const declared = declarationsIn(root);
  return {
    'cycle.schema.json': jsonSchema('cycle', 'Cycle', cycle(), declared),
    'service-plan.schema.json': jsonSchema('service-plan', 'ServicePlan', servicePlan(), declared),
    'survey.schema.json': jsonSchema(
      'survey',
      'SatisfactionSurvey',
      satisfactionSurvey(),
      declared,
    ),
  };
}

/** The titles of the schemas by the type they read. */
const TITLES: { readonly [name: string]: string } = {
  Cycle: 'Service cycle',
  ServicePlan: 'Service plan',
  SatisfactionSurvey: 'Satisfaction survey',
};

function jsonSchema(
  file: string,
  name: string,
  of: Schema<unknown>,
  declared: ReadonlyMap<string, Declaration>,
): object {
  const { $schema, ...schema } = toJsonSchema(of, {
    typeMode: 'input',
    // A check is a function: what JSON Schema can say of it stands beside it as metadata.
    ignoreActions: ['check', 'raw_check', 'partial_check'],
  });
  const { whole, definitions } = withDescriptions(schema, name, declared);
  return {
    $schema,
    $id: `urn:service-cycle:${file}`,
    title: TITLES[name],
    ...whole,
    $defs: definitions,
  };
}

/** Walks a schema beside the type it reads: the type says what each part is called and what it is. */
function withDescriptions(
  schema: Node,
  name: string,
  declared: ReadonlyMap<string, Declaration>,
): { readonly whole: Node; readonly definitions: Node } {
  const definitions: { [name: string]: Node } = {
    Json: {
      description: 'Any JSON value.',
      anyOf: [
        { description: 'A list.', type: 'array', items: refTo('Json', 'A member of the list.') },
        {
          description: 'An object.',
          type: 'object',
          propertyNames: { description: 'A name that is not reserved.', not: { enum: RESERVED } },
          additionalProperties: refTo('Json', 'What stands under the name.'),
        },
        { description: 'A text.', type: 'string' },
        { description: 'A number.', type: 'number' },
        { description: 'True or false.', type: 'boolean' },
        { description: 'Nothing.', type: 'null' },
      ],
    },
  };

  const declaration = (of: Node, found: Declaration): Node => {
    const description = commentOf(found);
    return ts.isInterfaceDeclaration(found)
      ? fields(of, membersOf(found), description)
      : typed(of, found.type, description);
  };

  /** The members of an interface, those that it takes from others included. */
  const membersOf = (found: ts.InterfaceDeclaration): readonly ts.TypeElement[] => [
    ...found.members,
    ...(found.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap(({ expression }) => {
        const base = declared.get(expression.getText());
        return base !== undefined && ts.isInterfaceDeclaration(base) ? membersOf(base) : [];
      }),
    ),
  ];

  const typed = (of: Node, type: ts.TypeNode, description: string): Node => {
    if (ts.isParenthesizedTypeNode(type)) return typed(of, type.type, description);
    if (ts.isTypeOperatorNode(type)) return typed(of, type.type, description);
    if (ts.isArrayTypeNode(type)) {
      const items = typed(of['items'] as Node, type.elementType, `One of: ${description}`);
      return { description, ...of, items };
    }
    if (ts.isTypeLiteralNode(type)) return fields(of, type.members, description);
    if (ts.isMappedTypeNode(type)) return dictionary(of, type.type, description);
    if (ts.isTypeReferenceNode(type)) {
      const target = type.typeName.getText();
      const found = declared.get(target);
      if (found === undefined) return leaf(of, description);
      if (definitions[target] === undefined) {
        definitions[target] = {};
        definitions[target] = declaration(of, found);
      }
      return refTo(target, description);
    }
    const kinds = (of['anyOf'] ?? of['oneOf']) as readonly Node[] | undefined;
    if (ts.isUnionTypeNode(type) && kinds?.length === type.types.length) {
      const anyOf = type.types.map((one, place) => typed(kinds[place] ?? {}, one, nameOf(one)));
      return { description, anyOf };
    }
    return leaf(of, description);
  };

  const fields = (of: Node, members: readonly ts.TypeElement[], description: string): Node => {
    const [first] = members;
    if (first !== undefined && ts.isIndexSignatureDeclaration(first)) {
      return dictionary(of, first.type, description);
    }
    const required = (of['required'] ?? []) as readonly string[];
    const parts = of['properties'] as { readonly [key: string]: Node };
    const comments = new Map(
      members.filter(ts.isPropertySignature).map((member) => [member.name.getText(), member]),
    );
    const properties = Object.fromEntries(
      Object.entries(parts).map(([key, part]) => {
        const member = comments.get(key);
        if (member?.type === undefined) throw new Error(`No field ${key} in the type`);
        const described = typed(part, member.type, commentOf(member));
        return [key, required.includes(key) ? described : orNull(described)];
      }),
    );
    return { description, ...of, properties };
  };

  const dictionary = (of: Node, type: ts.TypeNode | undefined, description: string): Node => {
    const inner = of['additionalProperties'] as Node;
    const names = (of['propertyNames'] ?? {}) as Node;
    return {
      description,
      ...of,
      propertyNames: {
        description: 'A name that is not reserved.',
        ...names,
        not: { enum: RESERVED },
      },
      additionalProperties:
        type === undefined || type.kind === ts.SyntaxKind.UnknownKeyword
          ? refTo('Json', 'What stands under the name.')
          : typed(inner, type, 'What stands under the name.'),
    };
  };

  const found = declared.get(name);
  if (found === undefined) throw new Error(`No type ${name}`);
  return { whole: declaration(schema, found), definitions };
}

/** A part without parts. */
function leaf(of: Node, description: string): Node {
  const kinds = of['anyOf'] as readonly Node[] | undefined;
  const anyOf = kinds?.map((kind) => ({ description: nameOfKind(kind), ...kind }));
  return { description, ...of, ...(anyOf !== undefined && { anyOf }) };
}

function nameOfKind(kind: Node): string {
  return kind['type'] === 'string' ? 'A text.' : 'A number.';
}

/** What a member of a union is called. */
function nameOf(type: ts.TypeNode): string {
  if (type.kind === ts.SyntaxKind.StringKeyword) return 'A text.';
  if (type.kind === ts.SyntaxKind.NumberKeyword) return 'A number.';
  if (ts.isTypeLiteralNode(type)) {
    const [first] = type.members;
    if (first !== undefined && ts.isPropertySignature(first)) return commentOf(first);
    return 'One text per language, keyed by language tag.';
  }
  return ts.isTypeReferenceNode(type) ? `A ${type.typeName.getText()}.` : 'One of several.';
}

function refTo(name: string, description: string): Node {
  return { description, $ref: `#/$defs/${name}` };
}

/** What a database gives for nothing is nothing. */
function orNull(node: Node): Node {
  const description = String(node['description']);
  return { description, anyOf: [node, { description: 'The same as absent.', type: 'null' }] };
}

/** The doc comment of a declaration, on as few lines as its paragraphs and lists. */
function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comment?.comment) ?? '';
  if (text === '') throw new Error(`No comment above ${node.getText()}`);
  return text.replaceAll(/\{@link (\w+)\s*\}/g, '$1').replaceAll(/([^\n])\n(?![\n-])/g, '$1 ');
}

/** The types of the model by name. */
function declarationsIn(root: string): ReadonlyMap<string, Declaration> {
  const files = readdirSync(`${root}src/model`)
    .filter((file) => file.endsWith('.ts') && !file.includes('.test'))
    .map((file) => `${root}src/model/${file}`);
  const declared = new Map<string, Declaration>();
  for (const file of [...files, `${root}src/shared/estimate.ts`]) {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    for (const statement of source.statements) {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        declared.set(statement.name.text, statement);
      }
    }
  }
  return declared;
}
