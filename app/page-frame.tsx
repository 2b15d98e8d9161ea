import { Form, Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Role } from "./access/actor.ts";
import { LANGUAGES, READY_LANGUAGES, readyLanguage } from "./i18n/languages.ts";
import { useLanguage } from "./i18n/provider.tsx";
import { leadsTo, navigationGroups } from "./navigation.ts";
import { paths } from "./paths.ts";
import { LinkButton } from "./ui/button.tsx";
import { Menu, MenuButton } from "./ui/menu.tsx";
import { Shell, ShellLink } from "./ui/shell.tsx";

/** A role as it is shown, with its state by name in the reader's language. */
interface FramedRole {
  readonly role: Role;
  readonly stateCode: string | null;
  readonly stateName: string | null;
}

/** What the frame shows of whoever is signed in. */
export interface FramedActor extends FramedRole {
  readonly name: string;
  readonly roles: readonly FramedRole[];
}

interface Props {
  /** Null for a visitor; undefined where nobody could be asked (an error page), which claims neither. */
  readonly actor: FramedActor | null | undefined;
  readonly demonstration: boolean;
  readonly children: ReactNode;
}

/** Masthead, navigation of the role worn, switches for role and language, foot: around every page. */
export function PageFrame({ actor, demonstration, children }: Props) {
  const { t, format } = useLanguage();
  const { pathname } = useLocation();
  const navigation = navigationGroups(actor?.role ?? null).map(({ heading, items }) => ({
    heading: heading && t(heading),
    links: items.map((item) => ({
      to: item.to,
      label: t(item.label),
      current: leadsTo(item, pathname),
    })),
  }));
  return (
    <Shell
      product={t("app.name")}
      homeTo={paths.home()}
      tagline={t("app.tagline")}
      navigation={navigation}
      navigationLabel={t("app.navigation")}
      menuLabel={t("app.menu")}
      skipLabel={t("app.skip")}
      notice={demonstration ? t("app.demoNotice") : undefined}
      outbox={demonstration ? <ShellLink to={paths.outbox()} label={t("app.outbox")} /> : undefined}
      roleSwitcher={actor ? <RoleSwitcher actor={actor} /> : undefined}
      languageSwitcher={<LanguageSwitcher />}
      accountMenu={actor ? <AccountMenu name={actor.name} /> : actor === null && <SignInLink />}
      footer={
        <>
          <p>{t("app.footer")}</p>
          <p>
            {t("app.privacy")} {t("app.timesIn", { zone: format.timeZone })}{" "}
            <Link to={paths.openBalance()}>{t("openData.title")}</Link>
          </p>
        </>
      }
    >
      {children}
    </Shell>
  );
}

function useRoleName() {
  const { t } = useLanguage();
  return ({ role, stateName }: FramedRole) => {
    const name = t(`access.role.${role}`);
    return stateName ? t("access.roleOfState", { role: name, state: stateName }) : name;
  };
}

function RoleSwitcher({ actor }: { readonly actor: FramedActor }) {
  const { t } = useLanguage();
  const roleName = useRoleName();
  const worn = roleName(actor);
  if (actor.roles.length < 2) return <span className="px-1.5 text-sm">{worn}</span>;
  return (
    <Menu label={worn} purpose={t("access.actingAs")}>
      <Form method="post" action={paths.wearRole()}>
        {actor.roles.map((held) => (
          <MenuButton
            key={`${held.role}:${held.stateCode ?? ""}`}
            name="role"
            value={held.role}
            current={held.role === actor.role}
          >
            {roleName(held)}
          </MenuButton>
        ))}
      </Form>
    </Menu>
  );
}

function LanguageSwitcher() {
  const { format, t } = useLanguage();
  const { pathname, search } = useLocation();
  const back = pathname + search.replace(/([?&])lang=[a-z]+&?/, "$1").replace(/[?&]$/, "");
  const current = readyLanguage(format.locale);
  return (
    <Menu label={<span lang={current}>{LANGUAGES[current].name}</span>} purpose={t("app.language")}>
      <Form method="post" action={paths.language()} reloadDocument>
        <input type="hidden" name="back" value={back} />
        {READY_LANGUAGES.map((language) => (
          <MenuButton
            key={language}
            name="language"
            value={language}
            lang={language}
            current={language === current}
          >
            {LANGUAGES[language].name}
          </MenuButton>
        ))}
      </Form>
    </Menu>
  );
}

function AccountMenu({ name }: { readonly name: string }) {
  const { t } = useLanguage();
  return (
    <Menu label={name}>
      <Form method="post" action={paths.signOut()} reloadDocument>
        <MenuButton>{t("access.signOut")}</MenuButton>
      </Form>
    </Menu>
  );
}

function SignInLink() {
  const { t } = useLanguage();
  return (
    <LinkButton to={paths.signIn()} size="small">
      {t("landing.signIn")}
    </LinkButton>
  );
}
