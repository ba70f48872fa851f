import type { Option } from '../block-kit/text.ts';
import type { HomeDefinition, ModalDefinition } from '../block-kit/view-definition.ts';
import { Refusal } from '../refusal.ts';
import type { Changes } from './changes.ts';
import type { Ids } from './ids.ts';

/** How many modals may lie on one another. */
const DEEPEST_STACK = 3;

/** A view that one person has open. */
export interface OpenView {
  readonly id: string;
  readonly userId: string;
  readonly definition: ModalDefinition | HomeDefinition;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** The conversation that a modal was opened from. */
  readonly channelId: string | null;
}

/** The modals and Homes of all people. */
export class Views {
  private readonly stacks = new Map<string, readonly OpenView[]>();
  private readonly homes = new Map<string, OpenView>();
  private readonly ids: Ids;
  private readonly changes: Changes;

  constructor(ids: Ids, changes: Changes) {
    this.ids = ids;
    this.changes = changes;
  }

  /** A person's open modals, the topmost last. */
  stack(userId: string): readonly OpenView[] {
    return this.stacks.get(userId) ?? [];
  }

  home(userId: string): OpenView | null {
    return this.homes.get(userId) ?? null;
  }

  /** An open modal or a Home; null where it was closed. */
  find(viewId: string): OpenView | null {
    return this.everyView().find((view) => view.id === viewId) ?? null;
  }

  findExternal(externalId: string): OpenView | null {
    return this.everyView().find((view) => view.definition.external_id === externalId) ?? null;
  }

  /** Opens a first modal. */
  open(userId: string, definition: ModalDefinition, channelId: string | null): OpenView {
    this.refuseDoubledExternalId(definition);
    if (this.stack(userId).length > 0) {
      throw new Refusal('invalid_arguments', 'a modal is open already: push onto it or update it');
    }
    return this.put(userId, [], definition, channelId);
  }

  /** Lays a modal on those that are open; throws a Refusal where there is none, or three. */
  push(userId: string, definition: ModalDefinition): OpenView {
    this.refuseDoubledExternalId(definition);
    const stack = this.stack(userId);
    const top = stack.at(-1);
    if (!top) throw new Refusal('not_found', 'no modal is open to push onto');
    if (stack.length >= DEEPEST_STACK)
      throw new Refusal('push_limit_reached', `at most ${DEEPEST_STACK} modals lie on one another`);
    return this.put(userId, stack, definition, top.channelId);
  }

  /** Changes an open modal; throws a Refusal where `hash` is not the one that it has now. */
  update(view: OpenView, definition: ModalDefinition, hash: string | null): OpenView {
    if (view.definition.type !== 'modal') throw new Refusal('invalid_arguments', 'a Home is changed by views.publish');
    if (hash !== null && hash !== view.hash) throw new Refusal('hash_conflict', 'the view was changed meanwhile');
    this.refuseDoubledExternalId(definition, view.id);
    const updated = { ...view, definition, hash: this.mintHash() };
    this.stacks.set(
      view.userId,
      this.stack(view.userId).map((open) => (open.id === view.id ? updated : open)),
    );
    this.changes.note();
    return updated;
  }

  /** Sets a person's Home; throws a Refusal where `hash` is not the one that it has now. */
  publish(userId: string, definition: HomeDefinition, hash: string | null): OpenView {
    const before = this.home(userId);
    if (hash !== null && hash !== before?.hash) throw new Refusal('hash_conflict', 'the Home was changed meanwhile');
    this.refuseDoubledExternalId(definition, before?.id);
    const id = before?.id ?? this.ids.next('V');
    const view = { id, userId, definition, hash: this.mintHash(), rootId: id, previousId: null, channelId: null };
    this.homes.set(userId, view);
    this.changes.note();
    return view;
  }

  /** Takes the topmost modal away, or all of them. */
  close(userId: string, all: boolean): void {
    this.stacks.set(userId, all ? [] : this.stack(userId).slice(0, -1));
    this.changes.note();
  }

  private put(
    userId: string,
    below: readonly OpenView[],
    definition: ModalDefinition,
    channelId: string | null,
  ): OpenView {
    const id = this.ids.next('V');
    const view: OpenView = {
      id,
      userId,
      definition,
      hash: this.mintHash(),
      rootId: below[0]?.id ?? id,
      previousId: below.at(-1)?.id ?? null,
      channelId,
    };
    this.stacks.set(userId, [...below, view]);
    this.changes.note();
    return view;
  }

  private everyView(): readonly OpenView[] {
    return [...[...this.stacks.values()].flat(), ...this.homes.values()];
  }

  private mintHash(): string {
    return this.ids.next('156772938.');
  }

  private refuseDoubledExternalId(definition: ModalDefinition | HomeDefinition, exceptId?: string): void {
    if (!definition.external_id) return;
    const taken = this.findExternal(definition.external_id);
    if (taken && taken.id !== exceptId)
      throw new Refusal('duplicate_external_id', `${definition.external_id} is taken`);
  }
}

/** The options that apps have offered for fields whose lists they fill themselves. */
export class OfferedOptions {
  private readonly offered = new Map<string, readonly Option[]>();

  remember(place: string, actionId: string, options: readonly Option[]): void {
    this.offered.set(`${place} ${actionId}`, options);
  }

  recall(place: string, actionId: string): readonly Option[] {
    return this.offered.get(`${place} ${actionId}`) ?? [];
  }
}
