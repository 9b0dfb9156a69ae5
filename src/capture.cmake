# Writes what COMMAND prints to OUTPUT; leaves no half-written file when it fails.
execute_process(COMMAND ${COMMAND} OUTPUT_VARIABLE text RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "failed (${status}): ${COMMAND}")
endif()
file(WRITE "${OUTPUT}" "${text}")
