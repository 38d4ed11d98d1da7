package io.channelkeeper.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.organization.AccessLink.Kind;
import io.channelkeeper.organization.DeadLinkException.Reason;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.SecretToken;
import io.channelkeeper.support.Tenancy;

/**
 * Makes, finds and uses up the links that stand for a person; only their hashes are
 * stored.
 */
@Component
class AccessLinks {

	/** How long a dead link can still say why it is dead. */
	private static final Duration KEPT = Duration.ofDays(30);

	private final JdbcClient jdbc;

	private final Clock clock;

	AccessLinks(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	SecretToken forSetup(Duration life) {
		return make(Kind.SETUP, null, null, null, null, null, life);
	}

	SecretToken forPerson(Kind kind, UUID personId, Duration life) {
		return make(kind, null, personId, null, null, null, life);
	}

	/** For a new member of the viewer's organization; earlier links of that one end. */
	SecretToken forNewMember(Viewer viewer, EmailAddress email, Role role, Duration life) {
		this.jdbc.sql("""
				update access_link set used_at = :now
				where kind = 'JOIN' and organization_id = :organization and lower(email) = :email and used_at is null
				""")
			.param("now", now())
			.param("organization", viewer.organizationId())
			.param("email", email.key())
			.update();
		return make(Kind.JOIN, viewer.organizationId(), null, email, role, viewer.memberId(), life);
	}

	/**
	 * What the link in an address stands for.
	 * @throws DeadLinkException if it leads nowhere (any more)
	 */
	AccessLink open(Kind kind, SecretToken token) {
		AccessLink link = this.jdbc.sql("select * from access_link where kind = :kind and token_hash = :hash")
			.param("kind", kind.name())
			.param("hash", token.hash())
			.query(AccessLinks::link)
			.optional()
			.orElseThrow(() -> new DeadLinkException(Reason.UNKNOWN));
		if (link.used()) {
			throw new DeadLinkException(Reason.USED);
		}
		if (!link.expiresAt().isAfter(this.clock.instant())) {
			throw new DeadLinkException(Reason.EXPIRED);
		}
		return link;
	}

	/**
	 * Uses a link up, within the caller's transaction; of two at once one fails.
	 * @throws DeadLinkException if it was used meanwhile
	 */
	void use(AccessLink link) {
		int changed = this.jdbc.sql("update access_link set used_at = :now where id = :id and used_at is null")
			.param("now", now())
			.param("id", link.id())
			.update();
		if (changed == 0) {
			throw new DeadLinkException(Reason.USED);
		}
	}

	/** Ends every link of a kind that a person has. */
	void endAll(Kind kind, UUID personId) {
		this.jdbc.sql("""
				update access_link set used_at = :now
				where kind = :kind and person_id = :person and used_at is null
				""").param("now", now()).param("kind", kind.name()).param("person", personId).update();
	}

	/** New members of the bound organization who did not join yet, latest first. */
	List<AccessLink> waiting() {
		return this.jdbc.sql("""
				select * from access_link
				where kind = 'JOIN' and organization_id = :organization and used_at is null
				order by created_at desc, id
				""").param("organization", Tenancy.current()).query(AccessLinks::link).list();
	}

	/** One of {@link #waiting()}. */
	AccessLink waiting(UUID id) {
		return waiting().stream()
			.filter((link) -> link.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("new member", id));
	}

	private SecretToken make(Kind kind, @Nullable UUID organization, @Nullable UUID person,
			@Nullable EmailAddress email, @Nullable Role role, @Nullable UUID creator, Duration life) {
		SecretToken token = SecretToken.random();
		this.jdbc.sql("delete from access_link where expires_at < :longAgo")
			.param("longAgo", now().minus(KEPT))
			.update();
		this.jdbc.sql("""
				insert into access_link (id, kind, token_hash, organization_id, person_id, email, role, created_by,
					created_at, expires_at)
				values (:id, :kind, :hash, :organization, :person, :email, :role, :creator, :now, :end)
				""")
			.param("id", Ids.next())
			.param("kind", kind.name())
			.param("hash", token.hash())
			.param("organization", organization, Types.OTHER)
			.param("person", person, Types.OTHER)
			.param("email", (email != null) ? email.value() : null, Types.VARCHAR)
			.param("role", (role != null) ? role.name() : null, Types.VARCHAR)
			.param("creator", creator, Types.OTHER)
			.param("now", now())
			.param("end", now().plus(life))
			.update();
		return token;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static AccessLink link(ResultSet row, int number) throws SQLException {
		String role = row.getString("role");
		return new AccessLink(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")),
				row.getObject("organization_id", UUID.class), row.getObject("person_id", UUID.class),
				row.getString("email"), (role != null) ? Role.valueOf(role) : null, SqlMoments.in(row, "created_at"),
				SqlMoments.in(row, "expires_at"), row.getObject("used_at") != null);
	}

}
