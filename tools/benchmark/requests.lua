-- wrk -s requests.lua URL -- PATHS FIRST PAUSE HEADER...
-- Asks for the paths of a file, one a line, in turn. %d in a path becomes a number that is never used twice: FIRST and on.
-- After an answer a connection waits PAUSE milliseconds, where that is more than none.
local paths, headers, count = {}, {}, 0

function init(args)
    for line in io.lines(args[1]) do paths[#paths + 1] = line end
    count = tonumber(args[2])
    local pause = tonumber(args[3])
    if pause > 0 then delay = function() return pause end end
    for i = 4, #args do
        local name, value = args[i]:match("^([^:]+): (.*)$")
        headers[name] = value
    end
end

function request()
    count = count + 1
    local path = paths[count % #paths + 1]:gsub("%%d", tostring(count))
    return wrk.format("GET", path, headers)
end
