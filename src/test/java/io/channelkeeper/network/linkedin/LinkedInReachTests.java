package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Loan;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInFailedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinkedInReachTests {

	private static final NetworkId LINKEDIN = new NetworkId("linkedin");

	private static final String DENIED = """
			{"status":403,"serviceErrorCode":100,"code":"ACCESS_DENIED","message":"Not enough permissions to access: GET /organizations"}""";

	private final LinkedInScene scene = new LinkedInScene();

	@AfterEach
	void close() {
		this.scene.close();
	}

	@Test
	void reachesTheMemberAndThePages() {
		this.scene.ana()
			.roles(LinkedInScene.role("10002", "ADMINISTRATOR", "APPROVED"))
			.page("10002", """
					"vanityName":"Brot-und-Salz","localizedName":"Brot & Salz","versionTag":"77","logoV2":{
					"original":"urn:li:digitalmediaAsset:C1","cropped":"urn:li:digitalmediaAsset:C2"}""")
			.now("/rest/images/urn:li:image:C2", 200, "{\"downloadUrl\":\"https://media.licdn.com/logo.png?e=9&t=x\"}");
		List<ReachedChannel> channels = this.scene.reach().channels();
		assertThat(channels).allSatisfy((channel) -> {
			assertThat(channel.obstacle()).isNull();
			assertThat(channel.token()).isNull();
			assertThat(channel.profile().isPublic()).isNull();
			assertThat(channel.profile().accountType()).isNull();
		});
		assertThat(channels.get(0).profile()).isEqualTo(new Profile(LINKEDIN, "urn:li:person:Ab1", "in/ana-kocht",
				"Ana Kocht", null, null, Map.of(), URI.create("https://media.licdn.com/large.jpg?e=1&t=b")));
		assertThat(channels.get(1).profile()).isEqualTo(new Profile(LINKEDIN, "10002", "company/brot-und-salz",
				"Brot & Salz", null, null, Map.of("followers", 12850L),
				URI.create("https://media.licdn.com/logo.png?e=9&t=x"), Set.of("school/brot-und-salz",
						"showcase/brot-und-salz", "company/10002", "school/10002", "showcase/10002")));
		assertThat(this.scene.linkedIn.asked("/rest/networkSizes/urn:li:organization:10002")).singleElement()
			.satisfies(
					(asked) -> assertThat(asked.parameters()).containsEntry("edgeType", "COMPANY_FOLLOWED_BY_MEMBER"));
		assertThat(this.scene.linkedIn.asked(LinkedInScene.ROLES)).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters())
				.isEqualTo(Map.of("q", "roleAssignee", "start", "0", "count", "100")));
	}

	@Test
	@DisplayName("A profile whose address LinkedIn does not report is never guessed by its name")
	void leavesOutAMemberWithoutAnAddress() {
		this.scene.roles()
			.now("/v2/me", 200, "{\"id\":\"Ab1\",\"localizedFirstName\":\"Ana\",\"localizedLastName\":\"Kocht\"}");
		assertThat(this.scene.reach().channels()).isEmpty();
		assertThat(this.scene.reach().whenNone()).isEqualTo(Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(LINKEDIN));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			rosa-mar%C3%ADn -> in/rosa-marín
			ANA-Kocht-1a2b3c -> in/ana-kocht-1a2b3c
			田中-花子 -> in/田中-花子
			100%-ana -> none
			ana/kocht -> none
			анаkocht -> none
			""")
	void readsTheMembersAddressHoweverItIsWritten(String name, String handle) {
		this.scene.roles().now("/v2/me", 200, "{\"id\":\"Ab1\",\"vanityName\":\"" + name + "\"}");
		assertThat(this.scene.reach().channels()).extracting((channel) -> channel.profile().handle())
			.isEqualTo(handle.equals("none") ? List.of() : List.of(handle));
	}

	@ParameterizedTest
	@CsvSource({ "SCHOOL,school/brot", "BRAND,showcase/brot", "NONE,company/brot", "7,company/brot" })
	void knowsSchoolsAndShowcases(String type, String handle) {
		assertThat(page("\"vanityName\":\"brot\",\"primaryOrganizationType\":\"" + type + "\"").handle())
			.isEqualTo(handle);
	}

	@Test
	void namesAPageByItsNumberWhereItHasNoUsableName() {
		assertThat(page("\"localizedName\":\"Brot\"").handle()).isEqualTo("company/10002");
		assertThat(page("\"vanityName\":\"../admin\"").handle()).isEqualTo("company/10002");
		assertThat(page("\"vanityName\":\"br\\u043et\",\"localizedName\":\"\\u202eBrot \\ud83c\\udf5e\""))
			.satisfies((page) -> {
				assertThat(page.handle()).isEqualTo("company/10002");
				assertThat(page.displayName()).isEqualTo("Brot \ud83c\udf5e");
			});
	}

	@Test
	void findsALogoInEveryFormAndDoesWithoutOne() {
		assertThat(page("""
				"logoV2":{"original~":{"elements":[{"identifiers":[{"identifier":"https://media.licdn.com/o.png"}]}]},
				"cropped~":{"elements":[{"identifiers":[{"identifier":"https://media.licdn.com/c.png"}]}]}}""")
			.picture()).isEqualTo(URI.create("https://media.licdn.com/c.png"));
		assertThat(page("\"logoV2\":{\"original\":\"urn:li:image:C9\"}").picture()).isNull();
		assertThat(page("\"logoV2\":{\"cropped~\":{\"elements\":[]}}").picture()).isNull();
		assertThat(page("\"localizedName\":\"Brot\"").picture()).isNull();
	}

	@Test
	@DisplayName("Followers are no reason to fail")
	void doesWithoutFollowers() {
		for (String body : List.of("{}", DENIED, "{\"firstDegreeSize\":-1}", "<html>")) {
			prepare("\"vanityName\":\"brot\"");
			this.scene.now("/rest/networkSizes/urn:li:organization:10002", body.equals(DENIED) ? 403 : 200, body);
			assertThat(this.scene.reach().channels().getLast().profile().figures()).isEmpty();
		}
		prepare("\"vanityName\":\"brot\"");
		this.scene.now("/rest/networkSizes/urn:li:organization:10002", 200, "{\"firstDegreeSize\":\"12850\"}");
		assertThat(this.scene.reach().channels().getLast().profile().figures()).isEqualTo(Map.of("followers", 12850L));
	}

	@ParameterizedTest
	@CsvSource({ "CONTENT_ADMINISTRATOR,APPROVED", "ANALYST,APPROVED", "ADMINISTRATOR,REQUESTED",
			"ADMINISTRATOR,REVOKED", "SOMETHING_NEW,APPROVED" })
	@DisplayName("B-4: a role that is too small is named with the page")
	void namesARoleThatIsTooSmall(String role, String state) {
		this.scene.ana()
			.roles(LinkedInScene.role("10002", role, state))
			.page("10002", "\"vanityName\":\"brot\",\"localizedName\":\"Brot und Salz\"");
		assertThat(this.scene.reach().channels().getLast()).satisfies((channel) -> {
			assertThat(channel.profile().handle()).isEqualTo("company/brot");
			assertThat(channel.obstacle())
				.isEqualTo(Diagnosis.of(DiagnosisKind.ROLE_TOO_SMALL, "page", "Brot und Salz").at(LINKEDIN));
		});
	}

	@Test
	void namesThePageAsWellAsTheAnswerAllows() {
		this.scene.ana()
			.now("/rest/organizations/10002", 403, DENIED)
			.roles(LinkedInScene.role("10002", "ANALYST", "APPROVED"));
		assertThat(this.scene.reach().channels().getLast().obstacle())
			.isEqualTo(Diagnosis.of(DiagnosisKind.ROLE_TOO_SMALL, "page", "company/10002").at(LINKEDIN));
		this.scene.roles("""
				{"role":"ANALYST","state":"APPROVED","organizationalTarget":"urn:li:organization:10002",
				"organizationalTarget~":{"localizedName":"Brot und Salz","vanityName":"brot"}}""");
		assertThat(this.scene.reach().channels().getLast()).satisfies((channel) -> {
			assertThat(channel.profile().handle()).isEqualTo("company/brot");
			assertThat(channel.obstacle())
				.isEqualTo(Diagnosis.of(DiagnosisKind.ROLE_TOO_SMALL, "page", "Brot und Salz").at(LINKEDIN));
		});
	}

	@Test
	void takesTheBestOfSeveralRolesAndSkipsDeletedPages() {
		this.scene.ana()
			.page("10002", "\"vanityName\":\"brot\"")
			.roles(LinkedInScene.role("10002", "ANALYST", "APPROVED"),
					LinkedInScene.role("10002", "ADMINISTRATOR", "APPROVED"),
					LinkedInScene.role("10002", "ADMINISTRATOR", "REVOKED"),
					LinkedInScene.role("10003", "ADMINISTRATOR", "APPROVED"), "{\"role\":\"ADMINISTRATOR\"}", "7",
					"{\"organization\":\"urn:li:person:1\",\"role\":\"ADMINISTRATOR\",\"state\":\"APPROVED\"}")
			.now("/rest/organizations/10003", 404, "{\"status\":404,\"message\":\"Could not find entity\"}");
		assertThat(this.scene.reach().channels()).extracting((channel) -> channel.profile().handle())
			.containsExactly("in/ana-kocht", "company/brot");
		assertThat(this.scene.reach().channels().getLast().obstacle()).isNull();
	}

	@Test
	void followsRolesOverSeveralAnswers() {
		this.scene.ana().page("10002", "\"vanityName\":\"brot\"").page("10003", "\"vanityName\":\"salz\"").linkedIn
			.forget(LinkedInScene.ROLES)
			.answer(LinkedInScene.ROLES, 200,
					answer("10002", "{\"start\":0,\"count\":1,\"links\":[{\"rel\":\"next\",\"href\":\"x\"}]}"))
			.answer(LinkedInScene.ROLES, 200, answer("10003", "{\"start\":1,\"count\":2,\"links\":[]}"));
		assertThat(this.scene.reach().channels()).hasSize(3);
		assertThat(this.scene.linkedIn.asked(LinkedInScene.ROLES))
			.extracting((asked) -> asked.parameters().get("start"))
			.containsExactly("0", "1");
	}

	@Test
	void stopsWhenRolesGoInCircles() {
		this.scene.ana().page("10002", "\"vanityName\":\"brot\"");
		this.scene.now(LinkedInScene.ROLES, 200, answer("10002", "{\"total\":5000}"));
		assertThat(this.scene.reach().channels()).hasSize(2);
		assertThat(this.scene.linkedIn.asked(LinkedInScene.ROLES)).hasSize(20);
	}

	@Test
	@DisplayName("8: a limit without a time is nobody's fault")
	void outlastsALimitWithoutATime() {
		this.scene.ana()
			.now(LinkedInScene.ROLES, 429,
					"""
							{"status":429,"code":"TOO_MANY_REQUESTS","message":"Resource level throttle limit for calls to this resource is reached"}""");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(this.scene::reach)
			.satisfies((ex) -> assertThat(ex.diagnosis()).isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN)));
		this.scene.linkedIn.forget(LinkedInScene.ROLES).answer(LinkedInScene.ROLES, 429, "", "Retry-After", "120");
		assertThatExceptionOfType(SignInFailedException.class).isThrownBy(this.scene::reach)
			.satisfies((ex) -> assertThat(ex.diagnosis())
				.isEqualTo(Diagnosis.of(DiagnosisKind.NETWORK_DOWN, "until", "2026-11-21T12:02:00Z")));
	}

	@Test
	void looksUpAStrangersPage() {
		this.scene.page("10002", "\"vanityName\":\"brot\"").now("/rest/organizations", 200, """
				{"elements":[{"id":10002,"vanityName":"brot","localizedName":"Brot und Salz"}]}""");
		assertThat(this.scene.lookup().find(address("company/brot", null), loan())).hasValueSatisfying((page) -> {
			assertThat(page.externalId()).isEqualTo("10002");
			assertThat(page.handle()).isEqualTo("company/brot");
			assertThat(page.figures()).containsEntry("followers", 12850L);
		});
		assertThat(this.scene.linkedIn.asked("/rest/organizations")).singleElement()
			.satisfies((asked) -> assertThat(asked.parameters())
				.isEqualTo(Map.of("q", "vanityName", "vanityName", "brot")));
		assertThat(this.scene.lookup().find(address("company/10002", "10002"), loan()))
			.hasValueSatisfying((page) -> assertThat(page.handle()).isEqualTo("company/brot"));
	}

	@Test
	void tellsNoSuchPageFromWhatCannotBeSeen() {
		this.scene.now("/rest/organizations", 200, "{\"elements\":[]}")
			.now("/rest/organizations/10009", 404, "{\"status\":404}")
			.now("/rest/organizations/10008", 403, DENIED);
		assertThat(this.scene.lookup().find(address("company/brot", null), loan())).isEmpty();
		assertThat(this.scene.lookup().find(address("company/10009", "10009"), loan())).isEmpty();
		assertThat(faultOfLookup(address("company/10008", "10008")).isTemporary()).isTrue();
		assertThat(faultOfLookup(address("in/ana-kocht", null)).isTemporary()).isTrue();
		assertThat(this.scene.lookup().covers(address("in/ana-kocht", null))).isFalse();
		assertThat(this.scene.lookup().covers(address("company/brot", null))).isTrue();
	}

	private NetworkFault faultOfLookup(ChannelAddress address) {
		try {
			this.scene.lookup().find(address, loan());
		}
		catch (NetworkFaultException ex) {
			return ex.fault();
		}
		throw new AssertionError("The look-up went through");
	}

	private Profile page(String fields) {
		prepare(fields);
		return this.scene.reach().channels().getLast().profile();
	}

	private void prepare(String fields) {
		this.scene.ana().roles(LinkedInScene.role("10002", "ADMINISTRATOR", "APPROVED")).page("10002", fields);
	}

	private Loan loan() {
		return new Loan(LinkedInScene.grant(null), "10001", null, this.scene.registration());
	}

	private static ChannelAddress address(String handle, @Nullable String id) {
		return new ChannelAddress(LINKEDIN, handle, handle, id, URI.create("https://www.linkedin.com/" + handle));
	}

	private static String answer(String id, String paging) {
		return "{\"elements\":[" + LinkedInScene.role(id, "ADMINISTRATOR", "APPROVED") + "],\"paging\":" + paging + "}";
	}

}
