package practice.facebook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import practice.facebook.Fields.Field;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The objects of the Graph API: people, their permissions and pages, Instagram accounts.
 */
@RestController
@RequestMapping("/facebook/graph/{version:v\\d+\\.\\d+}")
class GraphController {

	private static final int MOST = 100;

	private final World world;

	private final GraphGate gate;

	private final Nodes nodes;

	private final Tokens tokens;

	GraphController(World world, GraphGate gate, Nodes nodes, Tokens tokens) {
		this.world = world;
		this.gate = gate;
		this.nodes = nodes;
		this.tokens = tokens;
	}

	@GetMapping({ "/{id}", "/{id}/" })
	Map<String, Object> object(@PathVariable String id, @RequestParam(defaultValue = "") String fields,
			HttpServletRequest request) {
		Token token = this.gate.enter(request);
		List<Field> wanted = fields.isEmpty() ? List.of() : Fields.parse(fields);
		String base = base(request);
		if (id.equals("me") && token.page != null) {
			return page(token.page, wanted, token, base);
		}
		if (id.equals("me") || id.equals(token.person.id)) {
			return this.nodes.person(token.person, wanted);
		}
		if (this.world.findAccount(id).filter((account) -> account.id.equals(id)).isPresent()) {
			return account(this.world.account(id), wanted, token, base);
		}
		return page(id, wanted, token, base);
	}

	@GetMapping("/{id}/permissions")
	Map<String, Object> permissions(@PathVariable String id, HttpServletRequest request) {
		Person person = self(id, this.gate.enter(request));
		List<Map<String, String>> data = new ArrayList<>();
		new TreeSet<>(person.granted).forEach((name) -> data.add(permission(name, "granted")));
		new TreeSet<>(person.declined).forEach((name) -> data.add(permission(name, "declined")));
		return Map.of("data", data);
	}

	@DeleteMapping({ "/{id}/permissions", "/{id}/permissions/{name}" })
	boolean revoke(@PathVariable String id, @PathVariable(required = false) @Nullable String name,
			HttpServletRequest request) {
		Person person = this.gate.isAppItself(request)
				? this.world.findPerson(id).orElseThrow(() -> GraphException.missing(id))
				: self(id, this.gate.enter(request));
		if (name == null) {
			person.forgetApp();
			this.tokens.end(person, Rejection.APP_REMOVED);
		}
		else if (person.granted.remove(name)) {
			person.declined.add(name);
		}
		return true;
	}

	@GetMapping("/{id}/accounts")
	Map<String, Object> accounts(@PathVariable String id, @RequestParam(defaultValue = "") String fields,
			@RequestParam(defaultValue = "25") int limit, @RequestParam(required = false) @Nullable String after,
			HttpServletRequest request) {
		Token token = this.gate.enter(request);
		Person person = self(id, token);
		if (limit < 1) {
			throw GraphException.parameter("(#100) Param limit must be a positive number");
		}
		List<Page> all = person.granted.contains("pages_show_list") ? this.world.pagesOf(person)
			.stream()
			.filter((page) -> person.chosenPages.contains(page.id) && !this.world.isOfABusiness(page))
			.toList() : List.of();
		int from = Math.min((after != null) ? place(after) : 0, all.size());
		int to = Math.min(from + Math.min(limit, MOST), all.size());
		List<Field> wanted = Fields.parse(fields.isEmpty() ? "access_token,category,name,id,tasks" : fields);
		List<Map<String, Object>> data = new ArrayList<>();
		for (Page page : all.subList(from, to)) {
			Map<String, Object> node = this.nodes.page(page, wanted, token, base(request));
			node.putIfAbsent("id", page.id);
			data.add(node);
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("data", data);
		if (!data.isEmpty()) {
			answer.put("paging", paging(from, to, to < all.size(), token, request));
		}
		return answer;
	}

	@GetMapping("/{id}/picture")
	ResponseEntity<Void> picture(@PathVariable String id, HttpServletRequest request) {
		Page page = this.world.findPage(id).orElseThrow(() -> GraphException.missing(id));
		URI picture = URI.create(this.nodes.pictureOf(page, base(request)));
		return ResponseEntity.status(HttpStatus.FOUND).location(picture).build();
	}

	private Map<String, Object> page(String id, List<Field> wanted, Token token, String base) {
		Page page = this.world.findPage(id).orElseThrow(() -> GraphException.missing(id));
		boolean visible = token.isOfPage() ? page.id.equals(token.page)
				: page.roles.containsKey(token.person.id) && token.person.chosenPages.contains(page.id);
		if (!visible) {
			throw GraphException.missing(id);
		}
		Map<String, Object> node = this.nodes.page(page, wanted, token, base);
		node.putIfAbsent("id", page.id);
		return node;
	}

	private Map<String, Object> account(InstagramAccount account, List<Field> wanted, Token token, String base) {
		Page page = this.world.pageOf(account).orElseThrow(() -> GraphException.missing(account.id));
		boolean visible = token.isOfPage() ? page.id.equals(token.page)
				: page.roles.containsKey(token.person.id) && token.person.chosenPages.contains(page.id);
		if (!visible) {
			throw GraphException.missing(account.id);
		}
		boolean discovery = wanted.stream().anyMatch((field) -> field.name().equals("business_discovery"));
		Set<String> needed = discovery ? Set.of("instagram_basic", "instagram_manage_insights", "pages_read_engagement")
				: Set.of("instagram_basic");
		if (!token.person.granted.containsAll(needed)) {
			throw GraphException.of(10, "(#10) Application does not have permission for this action");
		}
		if (!account.isProfessional()) {
			throw GraphException.of(10, "(#10) The user is not an Instagram Business");
		}
		if (account.restricted) {
			throw GraphException.of(25, 2207050, "User access is restricted");
		}
		return this.nodes.account(account, wanted, base);
	}

	private static Person self(String id, Token token) {
		if (token.isOfPage()) {
			throw GraphException.parameter("(#100) Tried accessing nonexisting field (" + id + ") on node type (Page)");
		}
		if (!id.equals("me") && !id.equals(token.person.id)) {
			throw GraphException.missing(id);
		}
		return token.person;
	}

	private static Map<String, String> permission(String name, String status) {
		Map<String, String> line = new LinkedHashMap<>();
		line.put("permission", name);
		line.put("status", status);
		return line;
	}

	private static Map<String, Object> paging(int from, int to, boolean more, Token token, HttpServletRequest request) {
		Map<String, Object> paging = new LinkedHashMap<>();
		paging.put("cursors", Map.of("before", cursor(from), "after", cursor(to)));
		if (more) {
			paging.put("next",
					ServletUriComponentsBuilder.fromRequest(request)
						.replaceQueryParam("appsecret_proof")
						.replaceQueryParam("access_token", token.value)
						.replaceQueryParam("after", cursor(to))
						.build()
						.encode()
						.toUriString());
		}
		return paging;
	}

	private static String cursor(int place) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(("p" + place).getBytes(StandardCharsets.UTF_8));
	}

	private static int place(String cursor) {
		try {
			return Integer
				.parseInt(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).substring(1));
		}
		catch (RuntimeException ex) {
			throw GraphException.parameter("(#100) Invalid cursor");
		}
	}

	private static String base(HttpServletRequest request) {
		return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
	}

}
