package io.channelkeeper.warning.web;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;
import io.channelkeeper.warning.Notice;
import io.channelkeeper.warning.NoticeArgument;
import io.channelkeeper.warning.NoticeDraft;
import io.channelkeeper.warning.NoticeKind;
import io.channelkeeper.warning.NoticeService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class NoticeControllerTests {

	private static final String CREATOR = "/creators/0199d1a0-0000-7000-8000-000000000001";

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	NoticeService notices;

	@Autowired
	JdbcClient jdbc;

	Viewer admin;

	@BeforeEach
	void makeAnOrganization() {
		this.admin = this.organizations.make("Bistro");
	}

	@Test
	void showsASentenceInTheReadersLanguage() throws Exception {
		tellTeam("<b>Ana</b> Kocht", 2, null);

		this.mvc.perform(as(this.admin, get("/notices")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("&lt;b&gt;Ana&lt;/b&gt; Kocht connected 2 channels")));
		this.jdbc.sql("update person set language = 'de' where id = :id").param("id", this.admin.personId()).update();
		this.mvc.perform(as(this.admin, get("/notices")))
			.andExpect(content().string(containsString("&lt;b&gt;Ana&lt;/b&gt; Kocht hat 2 Kanäle verbunden")));
	}

	@Test
	void speaksThePagesLanguageThroughout() throws Exception {
		tellTeam("Ana", 2, null);
		tell("warning.stuck", NoticeArgument.diagnosis(Diagnosis.of(DiagnosisKind.NO_PAGE), "Facebook"));
		this.mvc.perform(as(this.admin, get("/notices").param("lang", "de")))
			.andExpect(content().string(containsString("Ana hat 2 Kanäle verbunden")))
			.andExpect(content().string(containsString("Ana kommt nicht weiter: keine Facebook-Seite")))
			.andExpect(content().string(not(containsString("connected 2 channels"))));
	}

	@Test
	void countsWhatIsUnreadInTheBell() throws Exception {
		this.mvc.perform(as(this.admin, get("/notices/count")))
			.andExpect(content().string(not(containsString("span"))));
		tellTeam("Ana", 1, null);

		this.mvc.perform(as(this.admin, get("/notices/count")))
			.andExpect(content().string(containsString("1 unread")))
			.andExpect(content().string(not(containsString("<html"))));
	}

	@Test
	void followingANoticeMarksItRead() throws Exception {
		tellTeam("Ana", 1, null);
		UUID notice = open(this.admin).getFirst().id();

		this.mvc.perform(as(this.admin, post("/notices/{id}", notice).with(csrf())))
			.andExpect(status().isSeeOther())
			.andExpect(header().string("Location", CREATOR));

		assertThat(open(this.admin)).isEmpty();
		this.mvc.perform(as(this.admin, get("/notices"))).andExpect(content().string(containsString("Earlier")));
	}

	@Test
	void whatIsSolvedSaysSoAndIsNotCounted() throws Exception {
		tellTeam("Ana", 1, null);
		this.jdbc.sql("update notice set solved_at = created_at, read_at = created_at where organization_id = ?")
			.param(this.admin.organizationId())
			.update();

		this.mvc.perform(as(this.admin, get("/notices")))
			.andExpect(content().string(containsString("<span>Solved</span>")));
		this.mvc.perform(as(this.admin, get("/notices").param("lang", "de")))
			.andExpect(content().string(containsString("<span>Erledigt</span>")));
	}

	@Test
	void lookingAtThePageMarksNothing() throws Exception {
		tellTeam("Ana", 1, null);

		this.mvc.perform(as(this.admin, get("/notices")));

		assertThat(open(this.admin)).hasSize(1);
	}

	@Test
	void marksAllOfTheMembersOwn() throws Exception {
		Viewer other = this.organizations.member(this.admin, Role.MARKETER);
		tellTeam("Ana", 1, null);
		tellTeam("Ben", 1, null);

		this.mvc.perform(as(this.admin, post("/notices").with(csrf()))).andExpect(status().isSeeOther());

		assertThat(open(this.admin)).isEmpty();
		assertThat(open(other)).hasSize(2);
	}

	@Test
	void anotherMembersNoticeIsNotFound() throws Exception {
		tellTeam("Ana", 1, null);
		UUID notice = open(this.admin).getFirst().id();
		Viewer colleague = this.organizations.member(this.admin, Role.MANAGER);
		Viewer stranger = this.organizations.make("Atelier");

		for (Viewer viewer : List.of(colleague, stranger)) {
			this.mvc.perform(as(viewer, post("/notices/{id}", notice).with(csrf()))).andExpect(status().isNotFound());
		}
		assertThat(open(this.admin)).hasSize(1);
	}

	@Test
	void neverReachesAnotherOrganization() {
		Viewer stranger = this.organizations.make("Atelier");

		Tenancy.within(this.admin.organizationId(),
				() -> this.notices.tell(List.of(stranger.memberId()), draft("Ana", 1, null)));

		assertThat(open(stranger)).isEmpty();
	}

	@Test
	void aNewerOneAboutTheSameTakesItsPlace() {
		UUID invitation = Ids.next();
		tellTeam("Ana", 1, invitation);
		tellTeam("Ana", 2, invitation);
		tellTeam("Ben", 1, Ids.next());

		assertThat(open(this.admin)).hasSize(2);
		assertThat(open(this.admin).getLast().arguments()).contains(NoticeArgument.number(2));
	}

	@Test
	void pagesWhatWasReadByKey() throws Exception {
		for (int number = 0; number < 60; number++) {
			tellTeam("Creator " + number + "!", 1, null);
		}
		Tenancy.within(this.admin.organizationId(), () -> this.notices.readAll(this.admin));
		List<Notice> first = Tenancy.within(this.admin.organizationId(), () -> this.notices.earlier(this.admin, null));

		this.mvc.perform(as(this.admin, get("/notices")))
			.andExpect(content().string(containsString("before=" + first.getLast().id())));
		this.mvc.perform(as(this.admin, get("/notices").param("before", first.getLast().id().toString())))
			.andExpect(content().string(containsString("Creator 9!")))
			.andExpect(content().string(not(containsString("Creator 10!"))))
			.andExpect(content().string(not(containsString("before="))));
	}

	private void tellTeam(String creator, int channels, @Nullable UUID subject) {
		Tenancy.within(this.admin.organizationId(), () -> this.notices.tellTeam(draft(creator, channels, subject)));
	}

	private void tell(String key, String argument) {
		Tenancy.within(this.admin.organizationId(), () -> this.notices.tellTeam(new NoticeDraft(NoticeKind.INVITATIONS,
				key, List.of(NoticeArgument.text("Ana"), argument), CREATOR, null)));
	}

	private static NoticeDraft draft(String creator, int channels, @Nullable UUID subject) {
		return new NoticeDraft(NoticeKind.INVITATIONS, "warning.connected",
				List.of(NoticeArgument.text(creator), NoticeArgument.number(channels)), CREATOR, subject);
	}

	private List<Notice> open(Viewer viewer) {
		return Tenancy.within(viewer.organizationId(), () -> this.notices.open(viewer));
	}

	private MockHttpServletRequestBuilder as(Viewer viewer, MockHttpServletRequestBuilder request) {
		return request.with(this.organizations.signedIn(viewer));
	}

}
