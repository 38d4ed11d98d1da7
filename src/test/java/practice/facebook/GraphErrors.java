package practice.facebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Writes errors in the Graph API's shape.
 */
@RestControllerAdvice(assignableTypes = { GraphController.class, BusinessController.class, TokenController.class })
class GraphErrors {

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> graph(GraphException ex) {
		return ResponseEntity.status(ex.status).body(body(ex));
	}

	@ExceptionHandler({ MissingServletRequestParameterException.class, MethodArgumentTypeMismatchException.class })
	ResponseEntity<Map<String, Object>> parameter(Exception ex) {
		return graph(GraphException.parameter("(#100) Invalid parameter"));
	}

	static Map<String, Object> body(GraphException ex) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("message", ex.message());
		error.put("type", ex.type);
		error.put("code", ex.code);
		if (ex.subcode != null) {
			error.put("error_subcode", ex.subcode);
		}
		if (ex.isTransient) {
			error.put("is_transient", true);
		}
		error.put("fbtrace_id", "A" + UUID.randomUUID().toString().replace("-", "").substring(0, 22));
		return Map.of("error", error);
	}

}
