package io.channelkeeper.warning;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.mail.MailDraft;
import io.channelkeeper.support.BaseUrl;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.SqlIds;
import io.channelkeeper.support.Tenancy;

/**
 * The links in mails by which members unsubscribe from one kind of mail without signing
 * in (M-33), as often as they like, and take it back.
 */
@Service
public class UnsubscribeLinks {

	private static final String FIND = """
			select l.organization_id, l.member_id, l.kind, m.active, p.language, o.name,
				coalesce(c.scope, 'ALL') as scope, coalesce(l.scope_before, 'ALL') as before
			from unsubscribe_link l
			join member m on m.id = l.member_id
			join person p on p.id = m.person_id
			join organization o on o.id = l.organization_id
			left join notice_choice c on c.member_id = l.member_id and c.kind = l.kind and c.way = 'MAIL'
			where l.token_hash = :hash
			""";

	private final JdbcClient jdbc;

	private final NoticeChoiceRows choices;

	private final BaseUrl baseUrl;

	private final Clock clock;

	UnsubscribeLinks(JdbcClient jdbc, NoticeChoiceRows choices, BaseUrl baseUrl, Clock clock) {
		this.jdbc = jdbc;
		this.choices = choices;
		this.baseUrl = baseUrl;
		this.clock = clock;
	}

	/** A new link for a mail to a member of the bound organization. */
	@Transactional
	URI make(UUID memberId, NoticeKind kind) {
		SecretToken token = SecretToken.random();
		this.jdbc.sql("""
				insert into unsubscribe_link (token_hash, organization_id, member_id, kind, created_at)
				values (:hash, :organization, :member, :kind, :now)""")
			.param("hash", token.hash())
			.param("organization", Tenancy.current())
			.param("member", memberId)
			.param("kind", kind.name())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
		return this.baseUrl.of("/unsubscribe/" + token.value());
	}

	/**
	 * The same mail with a link, or without where unsubscribing would change nothing.
	 * @param reasons why the member is told of each channel
	 * @param team what the team hears
	 */
	MailDraft offer(MailDraft draft, UUID memberId, Stream<@Nullable WarningReason> reasons, NoticeKind team) {
		NoticeKind kind = WarningReason.first(reasons).kind(team);
		return (kind != null) ? draft.unsubscribable(make(memberId, kind)) : draft;
	}

	/**
	 * What a link is about; changes nothing.
	 * @throws UnsubscribeLinkException if the link leads nowhere
	 */
	@Transactional(readOnly = true)
	public Unsubscription look(String token) {
		return seen(find(token));
	}

	/**
	 * Sends no more mails of that kind to the member; a second time changes nothing. Any
	 * link of that kind takes it back.
	 * @throws UnsubscribeLinkException if the link leads nowhere
	 */
	@Transactional
	public Unsubscription unsubscribe(String token) {
		Link link = find(token);
		if (!link.off()) {
			this.jdbc.sql("""
					update unsubscribe_link set scope_before = :scope where member_id = :member and kind = :kind""")
				.param("scope", link.scope().name())
				.param("member", link.member())
				.param("kind", link.kind().name())
				.update();
			choose(link, NoticeScope.NONE);
		}
		return seen(find(token));
	}

	/**
	 * Sends mails of that kind again, of whom the member had chosen before.
	 * @throws UnsubscribeLinkException if the link leads nowhere
	 */
	@Transactional
	public Unsubscription resume(String token) {
		Link link = find(token);
		if (link.off()) {
			choose(link, link.before());
		}
		return seen(find(token));
	}

	private void choose(Link link, NoticeScope scope) {
		this.choices.put(link.organization(), link.member(), new NoticeChoice(link.kind(), NoticeWay.MAIL, scope),
				this.clock.instant());
	}

	private Unsubscription seen(Link link) {
		Set<NoticeKind> off = this.choices.of(link.organization(), link.member())
			.stream()
			.filter((choice) -> choice.way() == NoticeWay.MAIL && choice.scope() == NoticeScope.NONE)
			.map(NoticeChoice::kind)
			.collect(Collectors.toSet());
		return link.seen(link.kind().closer().stream().filter((kind) -> !off.contains(kind)).findFirst().orElse(null));
	}

	private Link find(String token) {
		Link link = this.jdbc.sql(FIND)
			.param("hash", new SecretToken(token).hash())
			.query(UnsubscribeLinks::link)
			.optional()
			.orElseThrow(() -> new UnsubscribeLinkException(false));
		if (!link.active()) {
			throw new UnsubscribeLinkException(true);
		}
		return link;
	}

	private static Link link(ResultSet row, int number) throws SQLException {
		return new Link(SqlIds.in(row, "organization_id"), row.getString("name"), SqlIds.in(row, "member_id"),
				row.getBoolean("active"), Locale.forLanguageTag(row.getString("language")),
				NoticeKind.valueOf(row.getString("kind")), NoticeScope.valueOf(row.getString("scope")),
				NoticeScope.valueOf(row.getString("before")));
	}

	/**
	 * A link as stored, with what holds now.
	 *
	 * @param organization who sends the mails
	 * @param name the organization's name
	 * @param member who gets them
	 * @param active whether that person is still a member
	 * @param language the member's
	 * @param kind what the mails are about
	 * @param scope what the member has chosen
	 * @param before what the member had chosen before such a link was used
	 */
	private record Link(UUID organization, String name, UUID member, boolean active, Locale language, NoticeKind kind,
			NoticeScope scope, NoticeScope before) {

		boolean off() {
			return this.scope == NoticeScope.NONE;
		}

		Unsubscription seen(@Nullable NoticeKind stays) {
			return new Unsubscription(this.organization, this.name, this.kind, this.language, off(), stays);
		}

	}

}
