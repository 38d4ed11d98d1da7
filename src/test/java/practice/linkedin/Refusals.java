package practice.linkedin;

import java.util.Map;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Writes errors in LinkedIn's shape.
 */
@RestControllerAdvice(assignableTypes = { TokenController.class, ApiController.class })
class Refusals {

	@ExceptionHandler
	ResponseEntity<Map<String, Object>> refuse(Refusal ex) {
		return ResponseEntity.status(ex.status).body(ex.body());
	}

	@ExceptionHandler({ MissingServletRequestParameterException.class, MethodArgumentTypeMismatchException.class })
	ResponseEntity<Map<String, Object>> parameter(Exception ex) {
		return refuse(new Refusal(400, null, "ILLEGAL_ARGUMENT", "Invalid or missing parameter"));
	}

}
