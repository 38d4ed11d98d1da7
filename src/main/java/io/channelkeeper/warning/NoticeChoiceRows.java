package io.channelkeeper.warning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.channelkeeper.support.Tenancy;

/**
 * The rows of what members chose to hear of.
 */
@Repository
class NoticeChoiceRows {

	private static final String PUT = """
			insert into notice_choice (member_id, organization_id, kind, way, scope, changed_at)
			select m.id, m.organization_id, :kind, :way, :scope, :now from member m
			where m.id = :member and m.organization_id = :organization
			on conflict (member_id, kind, way) do update set scope = excluded.scope, changed_at = excluded.changed_at
				where notice_choice.scope <> excluded.scope
			""";

	private static final String TAKING = """
			select m.id from member m
			where m.id = any(:members) and m.organization_id = :organization and m.active and not %s
			""".formatted(HearingConditions.silent("m", ":kind", ":way",
			"exists (select from creator r where r.id = any(:creators) and r.looked_after_by = m.id)"));

	private final JdbcClient jdbc;

	NoticeChoiceRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a member of an organization has chosen so far. */
	List<NoticeChoice> of(UUID organization, UUID member) {
		return this.jdbc.sql("""
				select kind, way, scope from notice_choice
				where member_id = :member and organization_id = :organization""")
			.param("member", member)
			.param("organization", organization)
			.query(NoticeChoiceRows::choice)
			.list();
	}

	void put(UUID organization, UUID member, NoticeChoice choice, Instant now) {
		this.jdbc.sql(PUT)
			.param("member", member)
			.param("organization", organization)
			.param("kind", choice.kind().name())
			.param("way", choice.way().name())
			.param("scope", choice.scope().name())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Who of some members of the bound organization wants to hear of creators. */
	Set<UUID> taking(Collection<UUID> members, NoticeKind kind, NoticeWay way, Collection<UUID> creators) {
		return new HashSet<>(this.jdbc.sql(TAKING)
			.param("members", members.toArray(UUID[]::new))
			.param("organization", Tenancy.current())
			.param("kind", kind.name())
			.param("way", way.name())
			.param("creators", creators.toArray(UUID[]::new))
			.query(UUID.class)
			.list());
	}

	private static NoticeChoice choice(ResultSet row, int number) throws SQLException {
		return new NoticeChoice(NoticeKind.valueOf(row.getString("kind")), NoticeWay.valueOf(row.getString("way")),
				NoticeScope.valueOf(row.getString("scope")));
	}

}
