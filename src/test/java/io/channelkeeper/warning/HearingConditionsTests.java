package io.channelkeeper.warning;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.organization.MemberService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is told of the creators of all organizations, found in one statement.
 */
@ApplicationTest
class HearingConditionsTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	NoticeChoices choices;

	@Autowired
	MemberService members;

	@Autowired
	JdbcClient jdbc;

	private Viewer admin;

	private Viewer mia;

	private Viewer tom;

	private UUID ana;

	private UUID ben;

	@BeforeEach
	void letMiaLookAfterAna() {
		this.admin = this.organizations.make("Atelier");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		this.tom = this.organizations.member(this.admin, Role.MANAGER);
		this.ana = this.rows.creator(this.admin, "Ana Kocht", this.mia.memberId());
		this.ben = this.rows.creator(this.admin, "Ben");
		choose(this.organizations.alsoIn(this.mia, this.organizations.make("Bistro"), Role.ADMIN), NoticeScope.NONE);
	}

	@Test
	@DisplayName("M-32: everybody is who never chose")
	void beginsWithEverybody() {
		assertThat(told(this.ana)).isEqualTo(ids(this.admin, this.mia, this.tom));
		assertThat(told(this.ben)).isEqualTo(ids(this.admin, this.mia, this.tom));
	}

	@Test
	@DisplayName("M-33: who takes none is not, who takes the own only of those; other kinds and ways are others")
	void leavesOutWhoChoseOtherwise() {
		choose(this.tom, NoticeScope.NONE);
		choose(this.mia, NoticeScope.MINE);
		assertThat(told(this.ana)).isEqualTo(ids(this.admin, this.mia));
		assertThat(told(this.ben)).isEqualTo(ids(this.admin));
		assertThat(told(NoticeKind.EXPIRING, NoticeWay.PRODUCT, this.ben)).hasSize(3);
		assertThat(told(NoticeKind.INTERRUPTED, NoticeWay.MAIL, this.ben)).hasSize(3);
	}

	@Test
	@DisplayName("B-8: where nobody takes it the admins are, whatever they chose")
	void theAdminsAreWhereNobodyElseIs() {
		choose(this.admin, NoticeScope.NONE);
		choose(this.tom, NoticeScope.NONE);
		choose(this.mia, NoticeScope.MINE);
		assertThat(told(this.ana)).isEqualTo(ids(this.mia));
		assertThat(told(this.ben)).isEqualTo(ids(this.admin));
	}

	@Test
	@DisplayName("B-8: who has left hears of nothing, though never having unsubscribed")
	void whoHasLeftDoesNotCount() {
		Viewer second = this.organizations.member(this.admin, Role.ADMIN);
		Stream.of(this.admin, second, this.tom).forEach((member) -> choose(member, NoticeScope.NONE));
		assertThat(told(this.ana)).isEqualTo(ids(this.mia));
		Tenancy.within(this.admin.organizationId(), () -> this.members.deactivate(this.admin, this.mia.memberId()));
		assertThat(told(this.ana)).isEqualTo(ids(this.admin, second));
	}

	private void choose(Viewer viewer, NoticeScope scope) {
		this.choices.choose(viewer, List.of(new NoticeChoice(NoticeKind.EXPIRING, NoticeWay.MAIL, scope)));
	}

	private Set<UUID> told(UUID creator) {
		return told(NoticeKind.EXPIRING, NoticeWay.MAIL, creator);
	}

	private Set<UUID> told(NoticeKind kind, NoticeWay way, UUID creator) {
		return Set.copyOf(this.jdbc.sql("""
				select m.id from creator r join member m on m.organization_id = r.organization_id and m.active
				where r.id = :creator and %s""".formatted(HearingConditions.told("m", kind, way, "r.looked_after_by")))
			.param("creator", creator)
			.query(UUID.class)
			.list());
	}

	private static Set<UUID> ids(Viewer... members) {
		return Stream.of(members).map(Viewer::memberId).collect(Collectors.toSet());
	}

}
