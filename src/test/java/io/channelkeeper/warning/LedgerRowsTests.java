package io.channelkeeper.warning;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read for a page and for a part of the table, where much was told.
 */
class LedgerRowsTests {

	private static final Instant BEGIN = Instant.parse("2027-01-01T00:00:00Z");

	@Test
	@DisplayName("design 7.7: of 40,000 warnings a part of the table reads its own, a page its channel's")
	void readsOnlyWhatIsShown() {
		try (ExpiryScene scene = new ExpiryScene()) {
			UUID mine = scene.organization("UTC");
			UUID channel = fill(scene, mine);
			fill(scene, scene.organization("UTC"));
			scene.jdbc.sql("analyze warning, channel, member, person, creator, mail").update();
			LedgerRows rows = new LedgerRows(scene.jdbc);
			LedgerRows.Place place = new LedgerRows.Place(BEGIN.plusSeconds(5000), new UUID(0, 0),
					BEGIN.plusSeconds(500_000));
			assertThat(read(scene, LedgerRows.OF_ALL, mine, channel, place)).isLessThanOrEqualTo(100);
			assertThat(read(scene, LedgerRows.NEWEST_OF_CHANNEL, mine, channel, place)).isLessThanOrEqualTo(200);
			Tenancy.within(mine, () -> {
				assertThat(rows.next(null, place, 100, Set.of(), BEGIN)).hasSize(100)
					.extracting(LedgerLine::createdAt)
					.isSorted()
					.first()
					.isEqualTo(BEGIN.plusSeconds(5000));
				assertThat(rows.newest(channel, null, 1000, Set.of(), BEGIN)).hasSize(200);
			});
		}
	}

	/** A hundred channels and 20,000 warnings, one a second; answers one channel. */
	private static UUID fill(ExpiryScene scene, UUID organization) {
		UUID member = scene.member(organization);
		UUID channel = organization;
		for (int number = 0; number < 100; number++) {
			channel = scene.channel(organization, ExpiryScene.INSTAGRAM, ChannelKind.OWNED, BEGIN, BEGIN);
		}
		scene.run(
				"""
						insert into warning (id, organization_id, member_id, channel_id, kind, about, days, created_at, due_at)
						select gen_random_uuid(), c.organization_id, ?, c.id, 'EXPIRING', t.at, 5, t.at, t.at
						from (select id, organization_id, row_number() over () as number from channel where organization_id = ?) c
						cross join lateral (select cast(? as timestamptz) + (n * 100 + c.number) * interval '1 second' as at
							from generate_series(0, 199) n) t""",
				member, organization, ExpiryScene.at(BEGIN));
		return channel;
	}

	private static long read(ExpiryScene scene, String sql, UUID organization, UUID channel, LedgerRows.Place place) {
		JsonNode plan = JsonMapper.shared()
			.readTree(scene.jdbc.sql("explain (analyze, format json) " + sql)
				.param("organization", organization)
				.param("channel", channel)
				.param("before", null)
				.param("most", 100)
				.param("held", new String[0])
				.param("since", ExpiryScene.at(place.since()))
				.param("after", place.after())
				.param("until", ExpiryScene.at(place.until()))
				.query(String.class)
				.single());
		return ExpiryRowsTests.read(plan, "warning");
	}

}
